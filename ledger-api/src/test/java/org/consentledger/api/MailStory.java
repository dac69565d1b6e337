package org.consentledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A ledger that sends letters to a server which takes what the test lets it take. */
public abstract class MailStory extends RunningLedger {

  protected static final String ADDRESS = "https://ledger.test";

  /** The operator's own site, which may show our form of consent. */
  protected static final String OWN_SITE = "https://own-site.test";

  protected static final MailSink SINK = new MailSink();

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(6);
  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(ADDRESS) + "(/unsubscribe\\?token=([0-9a-f]+))");

  private static final Pattern CONFIRM =
      Pattern.compile(Pattern.quote(ADDRESS) + "/confirm\\?token=([0-9a-f]{64})");

  protected LedgerClient ledger;
  protected String purpose;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", SINK::port);
    properties.add("ledger.public-address", () -> ADDRESS);
    properties.add("ledger.pages.embedded-by", () -> OWN_SITE);
    properties.add("ledger.mail.out.from", () -> "news@operator.kz");
    properties.add("ledger.mail.out.bounce-address", () -> "bounces@operator.kz");
    properties.add("ledger.mail.out.rate", () -> 10_000);
    properties.add("ledger.mail.out.retry-after", () -> "PT1S");
    properties.add("ledger.mail.out.attempts", () -> 3);
  }

  @BeforeEach
  void begin() {
    SINK.reset();
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    purpose = LedgerClient.unusedCode();
    ledger.definePurpose(purpose, "1.0");
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/operator",
            """
            {"name":"АҚ «Мысал Әлемі»","bin":"990140001234","email":"privacy@operator.kz",
             "site":"https://operator.kz"}
            """));
  }

  /** Nothing that a test began goes on under the next one. */
  @AfterEach
  void cancelWhatGoesOn() {
    SINK.reset();
    for (JsonNode mailing : ledger.get("/api/v1/mailings?limit=1000").items()) {
      String state = mailing.get("state").asString();
      if (state.equals("RUNNING") || state.equals("PAUSED")) {
        command(mailing.get("mailingId").asString(), "cancel");
      }
    }
  }

  protected String consented(String email, String language) {
    String subject =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/subjects",
                    """
                    {"identifiers":{"email":"%s"},"purposeId":"%s","source":"FORM","language":"%s"}
                    """
                        .formatted(email, purpose, language)))
            .subjectId();
    LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
    return subject;
  }

  protected static String someAddress() {
    return UUID.randomUUID() + "@example.kz";
  }

  protected String planned(String more) {
    String mailing = LedgerClient.unusedCode();
    LedgerClient.requireSuccess(ledger.put("/api/v1/mailings/" + mailing, plan(purpose, more)));
    return mailing;
  }

  public static String plan(String purpose, String more) {
    return """
    {"purposeId":"%s","texts":{
      "ru":{"subject":"Новости весны","markdown":"Здравствуйте!\\n\\n**Важно:** [сайт](https://operator.kz/ru)"},
      "kk":{"subject":"Көктем жаңалықтары: әіңғүұқөһ","markdown":"Сәлеметсіз бе!\\n\\n**Маңызды:** [сайт](https://operator.kz/kk)"},
      "en":{"subject":"News of spring","html":"<p>Hello, <b>reader</b></p>","plain":"Hello, reader"}}%s}
    """
        .formatted(purpose, more);
  }

  protected String started(String more) {
    String mailing = planned(more);
    LedgerClient.requireSuccess(command(mailing, "start"));
    return mailing;
  }

  protected Answer command(String mailing, String command) {
    return ledger.post("/api/v1/mailings/" + mailing + "/" + command, "{}");
  }

  protected JsonNode mailing(String mailing) {
    return LedgerClient.requireSuccess(ledger.get("/api/v1/mailings/" + mailing)).json();
  }

  protected long progress(String mailing, String part) {
    return mailing(mailing).get("progress").get(part).asLong();
  }

  protected void awaitCompletion(String mailing) {
    eventually(() -> mailing(mailing).get("state").asString().equals("COMPLETED"));
  }

  /** Looks less often, the longer it takes: each look is work for the ledger that it waits for. */
  protected static void eventually(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    long pause = 10_000_000;
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("it takes too long").isBefore(deadline);
      LockSupport.parkNanos(pause);
      pause = Math.min(pause * 2, 160_000_000);
    }
  }

  /** The link by which the reader of a letter leaves, from its header. */
  protected static String link(MailSink.Received letter) {
    Matcher link = LINK.matcher(letter.header("List-Unsubscribe"));
    assertThat(link.find()).as(letter.content()).isTrue();
    return link.group(1);
  }

  protected static String token(MailSink.Received letter) {
    return link(letter).replaceFirst(".*token=", "");
  }

  /** The alternatives that a letter consists of. */
  protected static MimeMultipart parts(MailSink.Received letter) {
    try {
      return (MimeMultipart)
          new MimeMessage(
                  Session.getInstance(new Properties()),
                  new ByteArrayInputStream(letter.content().getBytes(StandardCharsets.ISO_8859_1)))
              .getContent();
    } catch (IOException | MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The token of the link by which the reader of a letter consents, from its text. */
  protected static String confirmationToken(MailSink.Received letter) {
    try {
      Matcher token = CONFIRM.matcher(parts(letter).getBodyPart(0).getContent().toString());
      assertThat(token.find()).as(letter.content()).isTrue();
      return token.group(1);
    } catch (IOException | MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  protected HttpResponse<String> postForm(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }
}
