package org.consentledger.api.mail.letter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail server reports about a letter that did not arrive (RFC 3464, and as servers write it
 * that do not know that).
 *
 * @param tokens what may be tokens of letters: out of the address that the report came to (VERP),
 *     and out of the copy of the letter that came with it. Who wants may write anything there, so
 *     that only the ledger's own count
 * @param permanent whether the address is refused for good (status 5.x.x); otherwise the letter was
 *     given up for another reason (4.x.x)
 */
public record DeliveryReport(Set<String> tokens, boolean permanent) {

  private static final Pattern TOKEN =
      Pattern.compile("(?i)(?:\\+|\\bLetter-Token:\\s{0,5})([0-9a-f]{48})(?![0-9a-f])");
  private static final int MOST_TOKENS = 10;

  private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\b");
  private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245])\\.\\d");
  private static final Pattern DIAGNOSIS =
      Pattern.compile("(?im)^Diagnostic-Code:\\s*smtp\\s*;\\s*([245])\\d\\d\\b");

  /** What servers say in words: a status, a reply of SMTP, or that it is for good. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)(?<![\\d.])5\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])|[\\s:]5[0-5]\\d[ -]|permanent"
              + " (error|failure)");

  private static final Pattern POSTPONED =
      Pattern.compile(
          "(?i)(?<![\\d.])4\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])|[\\s:]4[0-5]\\d[ -]|will be"
              + " retried|delayed");

  private static final Pattern COPY = Pattern.compile("(?m)^-{3}");

  /** Copies the set. */
  public DeliveryReport {
    tokens = Set.copyOf(tokens);
  }

  /**
   * The report that a letter is; empty where it is none, or tells of nothing that failed.
   *
   * @param bytes the letter, as it was delivered
   */
  public static Optional<DeliveryReport> of(Letter letter, byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    return isPermanent(letter, raw)
        .map(permanent -> new DeliveryReport(tokens(letter, raw), permanent));
  }

  /** Whether what failed has failed for good; empty where nothing has. */
  private static Optional<Boolean> isPermanent(Letter letter, String raw) {
    List<String> statuses =
        letter.attachments().stream()
            .filter(it -> it.mediaType().toLowerCase(Locale.ROOT).endsWith("/delivery-status"))
            .map(DeliveryReport::text)
            .toList();
    if (!statuses.isEmpty()) {
      return statuses.stream()
          .filter(it -> FAILED.matcher(it).find())
          .findFirst()
          .map(status -> isPermanent(status));
    }
    boolean byAServer =
        letter.report().filter(type -> !type.isEmpty()).isEmpty()
            && (letter.headers().has("X-Failed-Recipients") || Unasked.isFromAMachine(letter));
    return byAServer ? inWords(raw) : Optional.empty();
  }

  private static boolean isPermanent(String status) {
    return Stream.of(STATUS, DIAGNOSIS)
        .flatMap(pattern -> pattern.matcher(status).results().limit(1))
        .findFirst()
        .map(found -> found.group(1).equals("5"))
        .orElse(false);
  }

  /** Only what stands above the copy of the letter are the words of the server. */
  private static Optional<Boolean> inWords(String raw) {
    String body = raw.replaceFirst("(?s)^.*?\\r?\\n\\r?\\n", "");
    String words = COPY.split(body, 2)[0];
    return REFUSED.matcher(words).find() && !POSTPONED.matcher(words).find()
        ? Optional.of(true)
        : Optional.empty();
  }

  private static Set<String> tokens(Letter letter, String raw) {
    return Stream.concat(Stream.of(raw), letter.attachments().stream().map(DeliveryReport::text))
        .flatMap(text -> TOKEN.matcher(text).results())
        .map((MatchResult found) -> found.group(1).toLowerCase(Locale.ROOT))
        .distinct()
        .limit(MOST_TOKENS)
        .collect(Collectors.toSet());
  }

  private static String text(Attachment part) {
    return new String(part.content(), StandardCharsets.ISO_8859_1);
  }
}
