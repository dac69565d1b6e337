package org.consentledger.api.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

class ProjectionTest extends RunningLedger {

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  @Test
  void the_lag_of_each_projection_is_shown_and_measured() {
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    ledger.get("/api/v1/subjects/" + subject + "/history"); // answered once history has caught up

    JsonNode history = ledger.get("/api/v1/projections/history").json();
    assertThat(history.get("lag").asLong()).isZero();
    assertThat(history.get("position").asLong()).isPositive();
    assertThat(ledger.get("/api/v1/projections").items())
        .extracting(each -> each.get("name").asString())
        .containsExactly("accuracy", "disposal", "due", "history", "search");
    assertThat(ledger.get("/actuator/prometheus").text())
        .contains("ledger_projection_lag_events{projection=\"history\"} 0.0")
        .contains("ledger_projection_lag_events{projection=\"search\"}");
  }

  @Test
  @Timeout(60)
  void a_projection_is_rebuilt_by_a_command_and_answers_meanwhile() {
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");

    Answer begun = ledger.post("/api/v1/projections/history/rebuild", "{}");

    assertThat(begun.status()).isEqualTo(202);
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").items()).hasSize(1);
    JsonNode rebuild = begun.json().get("rebuild");
    while (!rebuild.hasNonNull("finishedAt")) {
      LockSupport.parkNanos(10_000_000);
      rebuild = ledger.get("/api/v1/projections/history").json().get("rebuild");
    }
    assertThat(rebuild.get("position").asLong()).isEqualTo(rebuild.get("target").asLong());
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").items()).hasSize(1);
  }

  @Test
  void a_projection_that_does_not_exist_is_named_as_such() {
    Answer answer = ledger.post("/api/v1/projections/nonsense/rebuild", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("PROJECTION_UNKNOWN");
    assertThat(answer.json().get("detail").asString()).contains("history, search");
  }
}
