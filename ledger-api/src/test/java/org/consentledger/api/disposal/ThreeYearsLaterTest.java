package org.consentledger.api.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Time runs, and what is due goes, and nothing else (clauses 5.7, 8.8). */
@Import(MovableClock.Time.class)
class ThreeYearsLaterTest extends RunningLedger {

  @Autowired private MovableClock clock;
  @Autowired private DisposalJob job;
  @Autowired private JdbcClient database;

  private final List<String> people = new ArrayList<>();
  private LedgerClient ledger;

  private String consented(String... purposes) {
    String subject = ledger.register("bulletin", UUID.randomUUID() + "@example.kz");
    people.add(subject);
    for (String purpose : purposes) {
      LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
    }
    return subject;
  }

  private String status(String subject) {
    return ledger.get("/api/v1/subjects/" + subject).json().get("status").asString();
  }

  private long rows(String subject) {
    return database
        .sql("select count(*) from vault.personal_data where subject_id = :subject::uuid")
        .param("subject", subject)
        .query(Long.class)
        .single();
  }

  /** Whoever of these people is due: other tests have people in this ledger as well. */
  private List<String> due() {
    List<JsonNode> items = ledger.get("/api/v1/disposals/due?limit=1000").items();
    return items.stream()
        .map(item -> item.get("subjectId").asString())
        .filter(people::contains)
        .toList();
  }

  @Test
  @Proves("5.7, 8.8")
  void clause_5_7_three_years_later_what_is_due_is_gone_and_nothing_else() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.determine("bulletin", "{\"consentTerm\":\"P10Y\",\"retention\":\"P3Y\"}");
    ledger.determine("reviewed", "{\"retention\":\"P3Y\",\"disposalApproval\":\"OFFICER\"}");
    ledger.determine(
        "delivery",
        "{\"grounds\":[\"CONSENT\",\"CONTRACT\"],\"categories\":[\"EMAIL\"],\"retention\":\"P3Y\"}");
    ledger.determine("ending", "{\"consentTerm\":\"P10Y\",\"retention\":\"P1Y\"}");
    final String withdrawn = consented("bulletin");
    final String consenting = consented("bulletin");
    final String held = consented("bulletin");
    final String reviewed = consented("bulletin", "reviewed");
    final String contracted = consented("bulletin");
    final String ended = consented("ending");
    final String later = consented("bulletin");
    for (String subject : List.of(withdrawn, held, reviewed, contracted, ended)) {
      LedgerClient.requireSuccess(ledger.withdraw(subject, purposeOf(subject, ended)));
    }
    LedgerClient.requireSuccess(ledger.withdraw(reviewed, "reviewed"));
    LedgerClient.requireSuccess(ledger.command(held, "holds", "{\"citation\":\"Case 12\"}"));
    LedgerClient.requireSuccess(
        ledger.claim(
            contracted,
            "delivery",
            "CONTRACT",
            "{\"contractNumber\":\"7\",\"role\":\"PARTY\"}",
            ",\"validUntil\":\"2099-01-01T00:00:00Z\""));
    job.run();
    assertThat(due()).isEmpty();

    clock.move(Duration.ofDays(1));
    LedgerClient.requireSuccess(ledger.withdraw(later, "bulletin"));
    clock.move(Duration.ofDays(3 * 365 + 1).minusHours(12));
    assertThat(due()).contains(withdrawn, held, reviewed).doesNotContain(consenting, later);
    job.run();

    assertThat(status(withdrawn)).isEqualTo("DESTROYED");
    assertThat(rows(withdrawn)).isZero();
    assertThat(status(ended)).isEqualTo("DESTROYED");
    for (String subject : List.of(consenting, held, reviewed, contracted, later)) {
      assertThat(status(subject)).isEqualTo("ACTIVE");
      assertThat(rows(subject)).isEqualTo(1);
    }
    Answer waiting = ledger.get("/api/v1/subjects/" + reviewed);
    assertThat(waiting.json().at("/disposal/ground").asString()).isEqualTo("CONSENT_WITHDRAWN");
    assertThat(waiting.json().at("/disposal/requestedBy").asString()).isEqualTo("ledger");
    assertThat(
            ledger.command(reviewed, "destruction/cancellation", "{\"explanation\":\"no\"}").code())
        .isEqualTo("STILL_DUE");
    assertThat(ledger.command(reviewed, "destruction/approval", "").status()).isEqualTo(202);
    assertThat(status(reviewed)).isEqualTo("DESTROYED");
    assertThat(due()).containsExactly(held);

    job.run();
    assertThat(due()).containsExactly(held);
    clock.move(Duration.ofDays(2));
    job.run();
    assertThat(status(later)).isEqualTo("DESTROYED");
    assertThat(status(held)).isEqualTo("ACTIVE");

    LedgerClient.requireSuccess(ledger.post("/api/v1/purposes/bulletin/retirement", "{}"));
    clock.move(Duration.ofDays(3 * 365 + 1));
    due(); // waits until the retirement is noted
    job.run();
    assertThat(status(consenting)).isEqualTo("DESTROYED");
    assertThat(status(contracted)).isEqualTo("ACTIVE");
  }

  private static String purposeOf(String subject, String ended) {
    return subject.equals(ended) ? "ending" : "bulletin";
  }
}
