package org.consentledger.api.mailing;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.letter.Envelope;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.LetterText;
import org.consentledger.api.letter.Markdown;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** Writes the letters of one mailing. What is the same for everybody is made once. */
final class LetterWriter {

  private final LetterServer server;
  private final LetterTokens tokens;
  private final Pages pages;
  private final Clock clock;
  private final OperatorProfile operator;
  private final InternetAddress from;
  private final @Nullable String bounceAddress;
  private final Map<Language, Written> texts = new EnumMap<>(Language.class);
  private final Function<Language, String> title;

  /** What a mailing says in one language, in both forms. */
  private record Written(String subject, String plain, String html) {

    static Written of(MailingRequest.MailingText text) {
      String markdown = text.markdown();
      return markdown == null
          ? new Written(text.subject(), requireNonNull(text.plain()), requireNonNull(text.html()))
          : new Written(text.subject(), Markdown.plain(markdown), Markdown.html(markdown));
    }
  }

  /**
   * Prepares to write.
   *
   * @param title what the purpose is called in a language
   * @param bounceAddress where reports of failure go; to the sender where it is not said
   */
  LetterWriter(
      LetterServer server,
      LetterTokens tokens,
      Pages pages,
      Clock clock,
      OperatorProfile operator,
      MailingRequest content,
      Function<Language, String> title,
      InternetAddress from,
      @Nullable String bounceAddress) {
    this.server = server;
    this.tokens = tokens;
    this.pages = pages;
    this.clock = clock;
    this.operator = operator;
    this.from = from;
    this.bounceAddress = bounceAddress;
    this.title = title;
    content.texts().forEach((language, text) -> texts.put(language, Written.of(text)));
  }

  /**
   * A letter to somebody.
   *
   * @param wanted the person's language, if it is known
   */
  Letter write(UUID letterId, InternetAddress to, Optional<Language> wanted)
      throws MessagingException {
    Language language = choose(wanted);
    String link = server.link("/unsubscribe", tokens.of(LetterTokens.Use.UNSUBSCRIBE, letterId));
    Written written = requireNonNull(texts.get(language));
    Letter letter = server.letter(letterId.toString());
    new Envelope(from, operator.name(), to, returnTo(letterId), headers(letterId, link, language))
        .close(letter, text(written, link, language), language, clock.instant());
    return letter;
  }

  private LetterText text(Written written, String link, Language language) {
    Map<String, Object> values = new HashMap<>();
    values.put("subject", written.subject());
    values.put("plain", written.plain().strip());
    values.put("html", written.html());
    values.put("purpose", title.apply(language));
    values.put("operator", operator.name());
    values.put("bin", operator.bin());
    values.put("email", operator.email());
    values.put("site", operator.site());
    values.put("link", link);
    return pages.letter("mailing", language, written.subject(), values);
  }

  /** RFC 2369, RFC 8058; and by mail as clause 8.4 names it. */
  private Map<String, String> headers(UUID letterId, String link, Language language) {
    Map<String, String> headers = new LinkedHashMap<>();
    String email = operator.email();
    headers.put(
        "List-Unsubscribe",
        email == null || Addresses.parse(email).isEmpty()
            ? "<" + link + ">"
            : "<%s>,\r\n <mailto:%s?subject=%s>".formatted(link, email, marked(language)));
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("Precedence", "bulk");
    headers.put("Letter-Token", tokens.of(LetterTokens.Use.BOUNCE, letterId));
    return headers;
  }

  private String marked(Language language) {
    return URLEncoder.encode(pages.words("withdrawal.subject", language), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  private @Nullable String returnTo(UUID letterId) {
    return bounceAddress == null
        ? null
        : bounceAddress.replaceFirst("@", "+" + tokens.of(LetterTokens.Use.BOUNCE, letterId) + "@");
  }

  private Language choose(Optional<Language> wanted) {
    return wanted
        .filter(texts::containsKey)
        .orElseGet(() -> texts.keySet().stream().sorted().findFirst().orElseThrow());
  }
}
