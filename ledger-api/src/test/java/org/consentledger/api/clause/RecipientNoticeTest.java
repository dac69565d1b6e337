package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever was given data hears of its end, and confirms (clauses 2.11, 2.14). */
class RecipientNoticeTest extends ClauseStory {

  private static final String REQUEST = "{\"ground\":\"REQUEST\"}";
  private static final String LETTER = "{\"channel\":\"LETTER\",\"evidence\":\"Хат № 114, Әсет\"}";
  private static final String TO_OTHERS =
      "{\"thirdPartyTransfer\":true,\"crossBorder\":false,\"publication\":false}";

  @BeforeEach
  void determine() {
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Bank\",\"bin\":\"123456789012\"}"));
    ledger.determine(
        "deliveries",
        "{\"actions\":[\"USE\",\"TRANSFER\",\"DISCLOSE\"],\"disposalApproval\":\"AUTOMATIC\"}");
    recipient("courier", "KZ", CONTRACTED);
    recipient("printer", "KZ", CONTRACTED);
    recipient("stranger", "KZ", CONTRACTED);
  }

  /** Whose data was given to two recipients. */
  private String shared() {
    String subject = consented(TO_OTHERS, "deliveries");
    for (String recipient : List.of("courier", "printer")) {
      LedgerClient.requireSuccess(
          ledger.process(
              subject, "deliveries", "TRANSFER", ",\"recipientId\":\"" + recipient + "\""));
    }
    return subject;
  }

  private Answer post(String subject, String disposal, String recipient, String what) {
    return post(subject, disposal, recipient, what, LETTER);
  }

  private Answer post(String subject, String disposal, String recipient, String what, String body) {
    return ledger.command(
        subject, "disposals/%s/recipients/%s/%s".formatted(disposal, recipient, what), body);
  }

  private JsonNode certificate(String disposal, String query) {
    return LedgerClient.requireSuccess(
            ledger.get("/api/v1/disposals/" + disposal + "/certificate" + query))
        .json();
  }

  private List<String> outstanding() {
    return ledger.get("/api/v1/disposals?outstanding=true&limit=1000").items().stream()
        .map(item -> item.get("disposalId").asString())
        .toList();
  }

  @Test
  void clause_2_14_each_recipient_is_told_and_each_confirmation_recorded_after_the_destruction() {
    String subject = shared();
    String disposal = id(ledger.command(subject, "destruction", REQUEST), "disposalId");
    assertThat(outstanding()).contains(disposal);
    JsonNode first = certificate(disposal, "");
    assertThat(first.get("edition").asInt()).isEqualTo(1);
    assertThat(first.get("recipients")).hasSize(2);
    assertThat(first.at("/recipients/0/recipientId").asString()).isEqualTo("courier");
    assertThat(first.at("/recipients/0").has("told")).isFalse();

    Answer told = LedgerClient.requireSuccess(post(subject, disposal, "courier", "notice"));
    assertThat(told.status()).isEqualTo(201);
    Answer confirmed =
        LedgerClient.requireSuccess(
            post(subject, disposal, "courier", "confirmation", "{\"channel\":\"EMAIL\"}"));

    JsonNode third = certificate(disposal, "");
    assertThat(third.get("edition").asInt()).isEqualTo(3);
    assertThat(third.get("number")).isEqualTo(first.get("number"));
    assertThat(third.at("/recipients/0/told/channel").asString()).isEqualTo("LETTER");
    assertThat(third.at("/recipients/0/told/evidence").asString())
        .isEqualTo(told.eventIds().getFirst().toString());
    assertThat(third.at("/recipients/0/confirmed/evidence").asString())
        .isEqualTo(confirmed.eventIds().getFirst().toString());
    JsonNode listed = ledger.get("/api/v1/disposals/" + disposal).json();
    assertThat(listed.get("outstanding").toString()).isEqualTo("[\"printer\"]");
    JsonNode again = certificate(disposal, "?knownAt=" + first.get("recordedAt").asString());
    assertThat(again.get("recipients")).isEqualTo(first.get("recipients"));
    assertThat(again.at("/proof/signature")).isEqualTo(first.at("/proof/signature"));

    LedgerClient.requireSuccess(post(subject, disposal, "printer", "notice"));
    LedgerClient.requireSuccess(post(subject, disposal, "printer", "confirmation"));
    assertThat(outstanding()).doesNotContain(disposal);
    assertThat(ledger.get("/api/v1/subjects/" + subject).json().get("recipients").toString())
        .isEqualTo("[\"courier\",\"printer\"]");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history?limit=1000").text())
        .contains("recipient.told", "recipient.confirmed")
        .doesNotContain("Әсет");
  }

  @Test
  void clause_2_14_told_twice_is_told_once() {
    String subject = shared();
    String disposal = id(ledger.command(subject, "anonymisation", REQUEST), "disposalId");
    LedgerClient.requireSuccess(post(subject, disposal, "courier", "notice"));
    Answer again = post(subject, disposal, "courier", "notice");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.eventIds()).isEmpty();
    LedgerClient.requireSuccess(post(subject, disposal, "courier", "confirmation"));
    assertThat(post(subject, disposal, "courier", "confirmation").status()).isEqualTo(200);
    assertThat(certificate(disposal, "").get("edition").asInt()).isEqualTo(3);
  }

  @Test
  void clause_2_14_what_makes_no_sense_is_refused() {
    String subject = shared();
    String unknown = UUID.randomUUID().toString();
    assertThat(post(subject, unknown, "courier", "notice").code()).isEqualTo("DISPOSAL_UNKNOWN");
    String disposal = id(ledger.command(subject, "destruction", REQUEST), "disposalId");

    assertThat(post(unknown, disposal, "courier", "notice").code()).isEqualTo("SUBJECT_UNKNOWN");
    assertThat(post(registered(), disposal, "courier", "notice").code())
        .isEqualTo("DISPOSAL_UNKNOWN");
    assertThat(post(subject, disposal, "stranger", "notice").code())
        .isEqualTo("RECIPIENT_WITHOUT_DATA");
    assertThat(post(subject, disposal, "courier", "confirmation").code())
        .isEqualTo("CONFIRMATION_BEFORE_NOTICE");
    assertThat(
            post(
                    subject,
                    disposal,
                    "courier",
                    "notice",
                    "{\"channel\":\"LETTER\",\"effectiveAt\":\"2020-02-29T00:00:00+05:00\"}")
                .code())
        .isEqualTo("DISPOSAL_NOT_DONE");
    for (String ugly :
        List.of(
            "{}",
            "{\"channel\":\"PIGEON\"}",
            "{\"channel\":\"LETTER\",\"evidence\":\" \"}",
            "{\"channel\":\"LETTER\",\"evidence\":\"" + "ә".repeat(2001) + "\"}",
            "{\"channel\":\"LETTER\",\"effectiveAt\":\"2999-01-01T00:00:00Z\"}")) {
      assertThat(post(subject, disposal, "courier", "notice", ugly).status())
          .as(ugly)
          .isIn(400, 422);
    }
    assertThat(certificate(disposal, "").get("edition").asInt()).isEqualTo(1);
  }
}
