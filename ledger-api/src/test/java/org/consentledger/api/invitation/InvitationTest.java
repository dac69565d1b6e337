package org.consentledger.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Consent that is asked for by mail, and given from the person's own mailbox. */
@ExtendWith(OutputCaptureExtension.class)
class InvitationTest extends MailStory {

  @Autowired private JdbcClient database;

  private Answer invite(String subject, String more) {
    return ledger.command(
        subject,
        "consent-invitations",
        """
        {"purposeId":"%s","policyVersion":"1.0","language":"kk"%s}
        """
            .formatted(purpose, more));
  }

  private String invitedToken(String subject, String address) {
    int before = SINK.receivedBy(address).size();
    LedgerClient.requireSuccess(invite(subject, ""));
    eventually(() -> SINK.receivedBy(address).size() > before);
    String token = confirmationToken(SINK.receivedBy(address).getLast());
    eventually(() -> look(token).statusCode() == 200);
    return token;
  }

  private HttpResponse<String> look(String token) {
    return send(request("/confirm?token=" + token).header("Accept-Language", "en"));
  }

  private HttpResponse<String> press(String token) {
    return postForm("/confirm", "token=" + token);
  }

  private String decision(String subject) {
    return ledger.decide(subject, purpose, "USE").decision();
  }

  @Test
  void clause_7_1_consent_is_given_by_the_button_that_the_letter_leads_to_and_by_nothing_before()
      throws Exception {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    Answer invited =
        LedgerClient.requireSuccess(
            invite(
                subject,
                ",\"notice\":\"Мен келісемін: <b>әіңғ</b>\",\"categories\":[\"EMAIL\"],"
                    + "\"conditions\":{\"thirdPartyTransfer\":true}"));
    eventually(() -> SINK.receivedBy(address).size() == 1);
    MailSink.Received letter = SINK.receivedBy(address).getFirst();
    assertThat(parts(letter).getBodyPart(1).getContent().toString())
        .contains("Келісіміңізді растаңыз", "«Хаттар»", "АҚ «Мысал Әлемі»");
    String token = confirmationToken(letter);
    assertThat(invited.text()).doesNotContain(token);
    eventually(() -> look(token).statusCode() == 200);

    HttpResponse<String> page = look(token);
    assertThat(page.body())
        .contains("Мен келісемін: &lt;b&gt;әіңғ&lt;/b&gt;", "электрондық пошта мекенжайы")
        .contains("үшінші тұлғаларға", "method=\"post\"", "lang=\"kk\"", ">Келісемін</button>")
        .doesNotContain("телефон", address, "<script");
    assertThat(decision(subject)).isEqualTo("DENY");

    assertThat(press(token).body()).contains("келісім жазылды");

    assertThat(decision(subject)).isEqualTo("DENY"); // of all the purpose's data
    assertThat(ledger.decide(subject, purpose, "USE", ",\"categories\":[\"EMAIL\"]").decision())
        .isEqualTo("PERMIT");
    List<JsonNode> history = ledger.get("/api/v1/subjects/" + subject + "/history").items();
    JsonNode consent = history.getLast();
    assertThat(consent.get("type").asString()).isEqualTo("consent.given");
    assertThat(consent.get("actor").asString()).isEqualTo("confirmation-link");
    assertThat(consent.at("/data/terms/channel").asString()).isEqualTo("EMAIL");
    assertThat(consent.at("/data/terms/invitation").asString())
        .isEqualTo(invited.eventIds().getFirst().toString());
    assertThat(consent.at("/data/terms/noticeHash").asString())
        .isEqualTo(history.get(history.size() - 2).at("/data/terms/noticeHash").asString());
    assertThat(consent.at("/data/terms/conditions/thirdPartyTransfer").asBoolean()).isTrue();
    assertThat(press(token).statusCode()).as("pressed twice").isEqualTo(200);
    assertThat(ledger.get("/api/v1/events?type=consent.given&subjectId=" + subject).items())
        .hasSize(1);
    assertThat(
            ledger
                .get(
                    "/api/v1/subjects/"
                        + subject
                        + "/receipts/"
                        + consent.get("eventId").asString())
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refusal",
        "withdrawal",
        "cessation",
        "block",
        "destruction",
        "anonymisation",
        "rectification",
        "invitation",
        "purpose",
        "retirement"
      })
  void an_invitation_does_not_survive_what_makes_it_meaningless(String event) {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    String token = invitedToken(subject, address);
    overtake(subject, event);
    assertThat(look(token).statusCode()).isEqualTo(404);
    assertThat(press(token).statusCode()).isEqualTo(404);
    assertThat(press(token).body()).doesNotContain("<form");
    assertThat(
            ledger.get("/api/v1/events?type=consent.given&subjectId=" + subject).items().stream()
                .filter(consent -> consent.at("/data/terms").has("invitation")))
        .isEmpty();
  }

  private void overtake(String subject, String event) {
    LedgerClient.requireSuccess(
        switch (event) {
          case "refusal" ->
              ledger.command(
                  subject, "consents/" + purpose + "/refusal", "{\"channel\":\"PHONE\"}");
          case "withdrawal" -> {
            LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
            yield ledger.withdraw(subject, purpose);
          }
          case "cessation" -> ledger.command(subject, "cessation", "{}");
          case "block" -> ledger.command(subject, "block", "{\"reason\":\"INACCURATE\"}");
          case "destruction", "anonymisation" ->
              ledger.command(subject, event, "{\"ground\":\"REQUEST\"}");
          case "rectification" ->
              ledger.command(
                  subject,
                  event,
                  "{\"personalData\":{\"EMAIL\":{\"value\":\"" + someAddress() + "\"}}}");
          case "invitation" -> invite(subject, "");
          case "purpose" -> ledger.determine(purpose, "{\"consentTerm\":\"P2Y\"}");
          default -> ledger.post("/api/v1/purposes/" + purpose + "/retirement", "{}");
        });
  }

  @Test
  void nobody_on_the_operators_side_can_answer_for_the_person(CapturedOutput output) {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    String token = invitedToken(subject, address);

    assertThat(output.getAll()).doesNotContain(token, address);
    List<String> rows = new ArrayList<>();
    for (String table :
        database
            .sql(
                "select table_schema || '.' || table_name from information_schema.tables"
                    + " where table_schema not in ('pg_catalog', 'information_schema')")
            .query(String.class)
            .list()) {
      rows.addAll(database.sql("select t::text from " + table + " t").query(String.class).list());
    }
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").text()).doesNotContain(token);
    String forged = token.substring(0, 63) + (token.charAt(63) == '0' ? '1' : '0');
    for (String wrong : List.of("", "x", forged, token.toUpperCase(), digest(subject))) {
      assertThat(press(wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(decision(subject)).isEqualTo("DENY");
  }

  /** What the ledger keeps of the token. */
  private String digest(String subject) {
    return database
        .sql(
            "select encode(token_digest, 'hex') from consent_invitation where subject_id ="
                + " :s::uuid")
        .param("s", subject)
        .query(String.class)
        .single();
  }

  @Test
  void a_letter_that_was_not_taken_is_written_again_with_another_token() {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    AtomicInteger tries = new AtomicInteger();
    List<String> first = new ArrayList<>();
    SINK.answerContents(
        recipient -> {
          tries.incrementAndGet();
          return tries.get() == 1 ? "" : "250 yes"; // the first time nobody knows
        });
    LedgerClient.requireSuccess(invite(subject, ""));
    eventually(() -> SINK.receivedBy(address).size() == 1);
    first.add(confirmationToken(SINK.receivedBy(address).getFirst()));
    eventually(() -> look(first.getFirst()).statusCode() == 200);
    assertThat(tries).hasValue(2);
    assertThat(press(first.getFirst()).statusCode()).isEqualTo(200);
    assertThat(decision(subject)).isEqualTo("PERMIT");
  }

  @Test
  void ten_clicks_at_a_time_give_one_consent() {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    String token = invitedToken(subject, address);
    List<CompletableFuture<HttpResponse<String>>> clicks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clicks.add(CompletableFuture.supplyAsync(() -> press(token)));
    }
    clicks.forEach(click -> assertThat(click.join().statusCode()).isEqualTo(200));
    assertThat(ledger.get("/api/v1/events?type=consent.given&subjectId=" + subject).items())
        .hasSize(1);
    LedgerClient.requireSuccess(ledger.withdraw(subject, purpose));
    assertThat(press(token).statusCode()).as("after the withdrawal").isEqualTo(404);
    assertThat(decision(subject)).isEqualTo("DENY");
  }

  @Test
  void what_cannot_be_asked_is_refused() {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    assertThat(invite(subject, ",\"noticeHash\":\"" + "ab".repeat(32) + "\"").status())
        .isEqualTo(422);
    assertThat(invite(subject, ",\"categories\":[\"HEALTH\"]").code())
        .isEqualTo("CATEGORY_OUTSIDE_PURPOSE");
    String nobody =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/subjects",
                    "{\"identifiers\":{\"fullName\":\"Айгүл\"},\"purposeId\":\"" + purpose + "\"}"))
            .subjectId();
    assertThat(invite(nobody, "").code()).isEqualTo("ADDRESS_UNUSABLE");
    LedgerClient.requireSuccess(ledger.command(subject, "block", "{\"reason\":\"INACCURATE\"}"));
    assertThat(invite(subject, "").code()).isEqualTo("ADDRESS_UNUSABLE");
    assertThat(
            ledger
                .command(
                    subject,
                    "consent-invitations",
                    "{\"purposeId\":\"%s\",\"policyVersion\":\"no\",\"language\":\"kk\"}"
                        .formatted(purpose))
                .code())
        .isEqualTo("POLICY_UNKNOWN");
    assertThat(SINK.receivedBy(address)).isEmpty();
  }
}
