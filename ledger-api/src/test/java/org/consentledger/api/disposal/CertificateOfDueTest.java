package org.consentledger.api.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the ledger disposes of unasked has certificates as well (clauses 5.7, 8.8). */
@Import(MovableClock.Time.class)
class CertificateOfDueTest extends RunningLedger {

  private static final ZoneId KAZAKHSTAN = ZoneId.of("Asia/Almaty");

  @Autowired private MovableClock clock;
  @Autowired private DisposalJob job;

  private LedgerClient ledger;

  /** Who consented to letters and to a survey, and withdrew the latter. */
  private String withoutSurvey() {
    ledger = ledgerClient();
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Bank\",\"bin\":\"123456789012\"}"));
    ledger.publishPolicy("1.0", "");
    ledger.determine("mailing", "{\"categories\":[\"EMAIL\"],\"consentTerm\":\"P10Y\"}");
    ledger.determine("survey", "{\"categories\":[\"QUESTIONNAIRE\"],\"retention\":\"P1D\"}");
    String subject = ledger.register("mailing", UUID.randomUUID() + "@example.kz");
    for (String purpose : new String[] {"mailing", "survey"}) {
      LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
    }
    LedgerClient.requireSuccess(
        ledger.command(
            subject, "rectification", "{\"personalData\":{\"QUESTIONNAIRE\":{\"жасы\":\"40\"}}}"));
    LedgerClient.requireSuccess(ledger.withdraw(subject, "survey"));
    return subject;
  }

  private JsonNode onlyDisposal(String subject) {
    return ledger.get("/api/v1/disposals?subjectId=" + subject).items().getFirst();
  }

  private JsonNode certificate(JsonNode disposal) {
    return LedgerClient.requireSuccess(ledger.get(disposal.get("certificate").asString())).json();
  }

  private LocalDate workingDayAfter(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, KAZAKHSTAN).plusDays(1);
    while (!ledger
        .get("/api/v1/working-days?from=" + day + "&to=" + day)
        .items()
        .getFirst()
        .get("working")
        .asBoolean()) {
      day = day.plusDays(1);
    }
    return day;
  }

  @Test
  void clause_5_7_an_erasure_of_categories_is_certified_with_its_trigger_and_the_term_of_then() {
    String subject = withoutSurvey();
    clock.move(Duration.ofDays(2));
    ledger.get("/api/v1/disposals/due"); // waits until the withdrawal is noted
    job.run();

    JsonNode disposal = onlyDisposal(subject);
    JsonNode certificate = certificate(disposal);

    assertThat(certificate.get("kind").asString()).isEqualTo("ERASURE");
    assertThat(certificate.get("method").asString()).isEqualTo("DELETED");
    assertThat(certificate.get("categories").toString()).isEqualTo("[\"QUESTIONNAIRE\"]");
    assertThat(certificate.get("stores").toString()).isEqualTo("[\"PERSONAL_DATA\"]");
    assertThat(certificate.get("ground").asString()).isEqualTo("CONSENT_WITHDRAWN");
    assertThat(certificate.get("requestedBy").asString()).isEqualTo("ledger");
    Instant triggered = Instant.parse(certificate.get("triggeredAt").asString());
    Instant from = Instant.parse(certificate.at("/term/from").asString());
    assertThat(from).isEqualTo(triggered.plus(Duration.ofDays(1)));
    assertThat(certificate.at("/term/id").asString()).isEqualTo("retention-end");
    assertThat(certificate.at("/term/dueDay").asString())
        .isEqualTo(workingDayAfter(from).toString());

    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/legal-terms/retention-end",
            "{\"length\":30,\"unit\":\"CALENDAR_DAYS\",\"source\":\"a new"
                + " law\",\"certainty\":\"CONFIRMED\"}"));
    assertThat(certificate(disposal).get("term")).isEqualTo(certificate.get("term"));
    assertThat(ledger.get("/api/v1/subjects/" + subject).json().get("status").asString())
        .isEqualTo("ACTIVE");

    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
    assertThat(certificate(disposal).get("kind").asString()).isEqualTo("ERASURE");
    assertThat(ledger.get("/api/v1/disposals?subjectId=" + subject).items()).hasSize(2);
  }
}
