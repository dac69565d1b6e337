package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The end of consents' terms (clause 8.9), and its receipts. */
class ConsentExpiryTest extends ClauseStory {

  private static final String JSON_LD = "application/ld+json";

  @Autowired private List<Job> jobs;

  private Answer givesUntil(String subject, Instant end) {
    return LedgerClient.requireSuccess(
        ledger.giveConsent(
            subject,
            "letters",
            "1.0",
            ",\"effectiveAt\":\"%s\",\"expiresAt\":\"%s\""
                .formatted(end.minus(1, ChronoUnit.DAYS), end)));
  }

  private List<JsonNode> expiries(String subject) {
    return ledger.get("/api/v1/subjects/" + subject + "/history").items().stream()
        .filter(event -> event.get("type").asString().equals("consent.expired"))
        .toList();
  }

  private JsonNode expiry(String subject) {
    Job expiry =
        jobs.stream().filter(job -> job.name().equals("consent-expiry")).findFirst().orElseThrow();
    expiry.run();
    return assertThat(expiries(subject)).singleElement().actual();
  }

  @Test
  @Proves("8.9")
  void clause_8_9_the_end_of_a_term_is_recorded_once_and_has_a_receipt() {
    describe();
    String subject = registered();
    Instant end = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    Answer given = givesUntil(subject, end);

    JsonNode expiry = expiry(subject);

    assertThat(expiry.get("actor").asString()).isEqualTo("ledger");
    assertThat(expiry.at("/data/effectiveAt").asString()).isEqualTo(end.toString());
    assertThat(expiry.at("/data/consent").asString())
        .isEqualTo(given.eventIds().getFirst().toString());
    JsonNode receipt =
        LedgerClient.requireSuccess(
                ledger.get(
                    "/api/v1/subjects/" + subject + "/receipts/" + expiry.get("eventId").asString(),
                    JSON_LD))
            .json();
    assertThat(receipt.at("/dpv:hasRecordOfActivity/0/dpv:hasConsentStatus").asString())
        .isEqualTo("dpv:ConsentExpired");
    assertThat(receipt.get("dct:replaces").asString())
        .isEqualTo("urn:uuid:" + given.eventIds().getFirst());

    Answer decision = ledger.decide(subject, "letters", "USE");
    assertThat(decision.reasons()).containsExactly("CONSENT_EXPIRED");
    assertThat(decision.json().get("evidence"))
        .extracting(JsonNode::asString)
        .containsExactly(given.eventIds().getFirst().toString());
    assertThat(read(subject).json().at("/consents/0/status").asString()).isEqualTo("EXPIRED");

    expiry(consentedAndEnded()); // by then the job has come round again
    assertThat(expiries(subject)).hasSize(1);
  }

  private String consentedAndEnded() {
    String subject = registered();
    givesUntil(subject, Instant.now().minus(1, ChronoUnit.MINUTES));
    return subject;
  }

  @Test
  void clause_12_2_a_consent_whose_end_was_recorded_is_renewed_and_permits_again() {
    String subject = consentedAndEnded();
    expiry(subject);

    LedgerClient.requireSuccess(
        ledger.command(subject, "consents/letters/renewal", "{\"channel\":\"WEB\"}"));

    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
  }

  private void describe() {
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Example\",\"bin\":\"123456789012\"}"));
  }
}
