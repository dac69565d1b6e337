package org.consentledger.api.mail.letter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.consentledger.api.mail.letter.LetterKind.Cause;

/**
 * Tells letters that programs wrote from those that people wrote (RFC 3834, RFC 6522, RFC 2919).
 * Whoever answered them would sooner or later answer an answering machine.
 */
final class Unasked {

  /** The header field by which the ledger knows its own letters, wherever they come back from. */
  static final String LOOP = "X-Loop";

  private static final Pattern MACHINE =
      Pattern.compile("^(mailer-daemon|mail-daemon|postmaster|no-?reply-?daemon)(\\+.*)?@.*");
  private static final Pattern ANSWERED_BY_ITSELF =
      Pattern.compile(
          "(?iU)^\\s*(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the"
              + " )?office|автоответ(чик)?|автоматический ответ|нет на месте|автоматты (түрде"
              + " )?жауап)\\b.*");
  private static final Set<String> FOR_MANY = Set.of("bulk", "junk", "list");
  private static final Set<String> ANSWERING = Set.of("auto_reply", "auto-reply", "autoreply");
  private static final List<String> ANSWERING_FIELDS =
      List.of(
          "X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder", "X-Mail-Autoreply");
  private static final List<String> LIST_FIELDS =
      List.of("List-Id", "List-Post", "List-Unsubscribe", "Mailing-List", "X-Mailing-List");

  private Unasked() {}

  /** Why the letter opens nothing; empty where a person wrote it. */
  static Optional<Cause> cause(Letter letter, MailTrust trust) {
    if (isOwn(letter, trust)) {
      return Optional.of(Cause.OWN);
    }
    if (trust.spamFields().stream().anyMatch(field -> marks(letter.headers(), field))) {
      return Optional.of(Cause.SPAM);
    }
    if (isBounce(letter)) {
      return Optional.of(Cause.BOUNCE);
    }
    if (isAnsweredByItself(letter)) {
      return Optional.of(Cause.AUTOMATIC_REPLY);
    }
    return isForMany(letter.headers()) ? Optional.of(Cause.MAILING_LIST) : Optional.empty();
  }

  private static boolean isOwn(Letter letter, MailTrust trust) {
    return letter.from().stream().anyMatch(trust.ownAddresses()::contains)
        || letter.headers().all(LOOP).stream().anyMatch(trust.loopMark()::equals);
  }

  /** A field such as {@code X-Spam-Flag: YES}: the name, and how its value begins. */
  private static boolean marks(LetterHeaders headers, String field) {
    String[] parts = field.split(":", 2);
    String mark = parts.length < 2 ? "" : parts[1].strip().toLowerCase(Locale.ROOT);
    return headers
        .first(parts[0].strip())
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(mark))
        .isPresent();
  }

  private static boolean isBounce(Letter letter) {
    LetterHeaders headers = letter.headers();
    return letter.report().isPresent()
        || headers.has("X-Failed-Recipients")
        || headers
            .first("Return-Path")
            .filter(path -> path.replace(" ", "").equals("<>"))
            .isPresent()
        || isFromAMachine(letter);
  }

  /** Whether a mail server says that it wrote it. */
  static boolean isFromAMachine(Letter letter) {
    return letter.from().stream().anyMatch(MACHINE.asMatchPredicate());
  }

  private static boolean isAnsweredByItself(Letter letter) {
    LetterHeaders headers = letter.headers();
    String submitted = headers.word("Auto-Submitted");
    String suppressed =
        String.join(",", headers.all("X-Auto-Response-Suppress")).toLowerCase(Locale.ROOT);
    return !(submitted.isEmpty() || submitted.equals("no"))
        || ANSWERING.contains(headers.word("Precedence"))
        || suppressed.matches(".*\\b(all|oof|autoreply)\\b.*")
        || ANSWERING_FIELDS.stream().anyMatch(headers::has)
        || ANSWERED_BY_ITSELF.matcher(letter.subject()).matches();
  }

  private static boolean isForMany(LetterHeaders headers) {
    Predicate<String> has = headers::has;
    return FOR_MANY.contains(headers.word("Precedence")) || LIST_FIELDS.stream().anyMatch(has);
  }
}
