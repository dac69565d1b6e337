package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The texts that events refer to (clauses 7, 8.7). */
class SealedDocumentTest extends ClauseStory {

  private String documents(String subject) {
    return "/api/v1/subjects/" + subject + "/documents";
  }

  private List<JsonNode> readings(String subject) {
    return ledger.get("/api/v1/events?type=personal-data.accessed&subjectId=" + subject).items();
  }

  /** Registered, with one document of each kind that a subject can have. */
  private String documented() {
    ledger.determine("documented", "{\"grounds\":[\"CONSENT\",\"CONTRACT\"]}");
    ledger.determine("approved", "{\"disposalApproval\":\"OFFICER\"}");
    String subject = registered();
    LedgerClient.requireSuccess(
        ledger.command(subject, "accuracy-confirmation", "{\"accuracyAttestedBy\":\"Өзі\"}"));
    LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "consents",
            """
            {"purposeId":"approved","policyVersion":"1.0","language":"kk","channel":"LETTER",
             "givenBy":{"role":"REPRESENTATIVE","authorityRef":"Сенімхат 12"},"evidence":"№ 7 қорап"}
            """));
    LedgerClient.requireSuccess(
        ledger.claim(subject, "documented", "CONTRACT", CONTRACT, ",\"approvedBy\":\"Заңгер\""));
    String prohibition =
        id(
            ledger.command(
                subject, "prohibitions", "{\"kind\":\"CONDITIONS\",\"conditions\":\"Сурет жоқ\"}"),
            "prohibitionId");
    LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "prohibitions/" + prohibition + "/override",
            "{\"interest\":\"STATE\",\"citation\":\"7-бап\",\"approvedBy\":\"Басшы\"}"));
    String hold = id(ledger.command(subject, "holds", "{\"citation\":\"Іс 12\"}"), "holdId");
    LedgerClient.requireSuccess(ledger.command(subject, "holds/" + hold + "/lift", ""));
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
    LedgerClient.requireSuccess(
        ledger.command(subject, "destruction/cancellation", "{\"explanation\":\"Бас тартты\"}"));
    return subject;
  }

  @Test
  @Proves("8.1, 8.7, 11")
  void clause_8_7_what_was_sealed_is_read_by_an_officer_and_each_reading_names_the_document() {
    String subject = documented();
    List<JsonNode> listed = LedgerClient.requireSuccess(ledger.get(documents(subject))).items();
    assertThat(readings(subject)).isEmpty();

    List<String> told = new ArrayList<>();
    for (JsonNode reference : listed) {
      assertThat(reference.get("readable").asBoolean()).isTrue();
      String path = documents(subject) + "/" + reference.get("documentId").asString();
      Answer read = LedgerClient.requireSuccess(ledger.get(path + "?ground=LEGAL_OBLIGATION"));
      told.add(reference.get("kind").asString() + " " + read.json().get("text").asString());
      assertThat(read.header("Cache-Control")).isEqualTo("no-store");
      JsonNode reading = readings(subject).getLast();
      assertThat(reading.get("eventId").asString())
          .isEqualTo(read.json().get("accessEventId").asString());
      assertThat(reading.at("/data/documentId")).isEqualTo(reference.get("documentId"));
      assertThat(reading.at("/data/ground").asString()).isEqualTo("LEGAL_OBLIGATION");
      assertThat(reading.at("/data/categories")).isEmpty();
    }

    assertThat(told)
        .containsExactly(
            "ACCURACY_ATTESTATION Өзі",
            "REPRESENTATIVE_AUTHORITY Сенімхат 12",
            "CONSENT_EVIDENCE \"№ 7 қорап\"",
            "GROUND_EVIDENCE " + json.readTree(CONTRACT),
            "GROUND_APPROVER Заңгер",
            "PROHIBITION_CONDITIONS Сурет жоқ",
            "OVERRIDE_CITATION 7-бап",
            "OVERRIDE_APPROVER Басшы",
            "HOLD_CITATION Іс 12",
            "CANCELLATION_REASON Бас тартты");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").text())
        .contains(listed.getFirst().get("documentId").asString())
        .doesNotContain("Сенімхат", "қорап", "Заңгер", "Сурет", "Басшы", "тартты");
  }

  @Test
  void the_list_is_read_page_by_page_and_as_lines() {
    String subject = documented();
    List<JsonNode> all = ledger.get(documents(subject)).items();
    List<JsonNode> paged = new ArrayList<>();
    String after = "";
    do {
      Answer page =
          LedgerClient.requireSuccess(ledger.get(documents(subject) + "?limit=3" + after));
      paged.addAll(page.items());
      after = "&after=" + page.json().get("next").asString("");
    } while (!after.equals("&after="));
    assertThat(paged).isEqualTo(all).hasSize(10);
    assertThat(ledger.get(documents(subject), "application/x-ndjson").text().lines())
        .map(json::readTree)
        .isEqualTo(all);
  }

  @Test
  @Proves("2.14")
  void clause_2_14_of_whom_was_destroyed_no_document_is_listed_or_read() {
    String subject = registered();
    LedgerClient.requireSuccess(
        ledger.command(subject, "accuracy-confirmation", "{\"accuracyAttestedBy\":\"Өзі\"}"));
    String document =
        ledger.get(documents(subject)).items().getFirst().get("documentId").asString();
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
    for (String path :
        List.of(
            documents(subject),
            documents(subject) + "/" + document,
            "/api/v1/subjects/" + subject + "/personal-data")) {
      assertThat(ledger.get(path).code()).as(path).isEqualTo("SUBJECT_DESTROYED");
    }
    assertThat(readings(subject)).isEmpty();
  }

  @Test
  void a_document_of_somebody_else_is_not_found_and_no_reading() {
    String subject = registered();
    LedgerClient.requireSuccess(
        ledger.command(subject, "accuracy-confirmation", "{\"accuracyAttestedBy\":\"Өзі\"}"));
    String document =
        ledger.get(documents(subject)).items().getFirst().get("documentId").asString();
    String other = registered();
    for (String id : List.of(document, UUID.randomUUID().toString())) {
      Answer answer = ledger.get(documents(other) + "/" + id);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("DOCUMENT_UNKNOWN");
    }
    assertThat(readings(other)).isEmpty();
    assertThat(ledger.get(documents(UUID.randomUUID().toString())).code())
        .isEqualTo("SUBJECT_UNKNOWN");
    assertThat(ledger.get(documents(subject) + "/none").status()).isEqualTo(400);
  }
}
