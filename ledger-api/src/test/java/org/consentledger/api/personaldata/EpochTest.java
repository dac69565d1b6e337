package org.consentledger.api.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MovableClock;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.personaldata.EpochKeys;
import org.consentledger.core.personaldata.EpochRotation;
import org.consentledger.core.personaldata.RootKey;
import org.consentledger.core.personaldata.SystemSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The key of the epoch is replaced on request and by itself, while the ledger serves. */
@Timeout(120)
@Import(MovableClock.Time.class)
class EpochTest extends RunningLedger {

  private static final String ROTATION = "/api/v1/keys/epoch-rotation";

  @Autowired private MovableClock clock;
  @Autowired private EpochRotationJob job;
  @Autowired private JdbcClient database;
  @Autowired private DataSource dataSource;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Commands commands;

  @Value("${ledger.data-directory}")
  private Path data;

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  @Test
  void promise_6_an_administrator_rotates_and_everybody_who_is_not_destroyed_is_read() {
    String email = UUID.randomUUID() + "@example.kz";
    String subject = ledger.register("letters", email);
    String destroyed = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    LedgerClient.requireSuccess(
        ledger.command(destroyed, "destruction", "{\"ground\":\"REQUEST\"}"));
    int before = current().get("epoch").asInt();

    Answer answer = ledger.post(ROTATION, "{}", "rotate-once");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("epoch").asInt()).isEqualTo(before + 1);
    assertThat(answer.json().get("keysLeft").asLong()).isGreaterThanOrEqualTo(2);
    awaitDestroyed(before);

    assertThat(ledger.post(ROTATION, "{}", "rotate-once").header("Idempotency-Replayed"))
        .isEqualTo("true");
    assertThat(current().get("epoch").asInt()).isEqualTo(before + 1);
    assertThat(current().get("keys").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").text()).contains(email);
    assertThat(ledger.get("/api/v1/subjects/" + destroyed + "/personal-data").code())
        .isEqualTo("SUBJECT_DESTROYED");
    assertThat(ledger.post("/api/v1/subjects/lookup", "{\"email\":\"" + email + "\"}").subjectId())
        .isEqualTo(subject);
    assertThat(ledger.get("/api/v1/events?type=epoch-key.destroyed").items())
        .anyMatch(event -> event.get("data").get("epoch").asInt() == before);
  }

  @Test
  void promise_6_a_node_that_did_not_hear_of_the_new_epoch_registers_people_under_it() {
    EpochKeys ofAnotherNode =
        EpochKeys.open(database, () -> RootKey.load(data.resolve("root-key.json")));
    EpochRotation another =
        new EpochRotation(
            dataSource,
            new TransactionTemplate(transactions),
            ofAnotherNode,
            new SystemSecrets(database, ofAnotherNode),
            commands,
            clock);
    another.begin();

    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");

    assertThat(
            database
                .sql(
                    """
                    select epoch.state from vault.epoch_key epoch join vault.subject_key using (epoch)
                    where subject_id = :subject::uuid
                    """)
                .param("subject", subject)
                .query(String.class)
                .single())
        .isEqualTo("CURRENT");
    assertThat(ledger.post(ROTATION, "{}").status()).as("one is under way").isEqualTo(200);
    another.goOn();
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").status())
        .isEqualTo(200);
  }

  @Test
  void promise_6_an_epoch_that_is_old_enough_ends_by_itself() {
    job.run();
    int before = current().get("epoch").asInt();
    clock.move(Duration.ofDays(29));
    job.run();
    assertThat(current().get("epoch").asInt()).isEqualTo(before);
    clock.move(Duration.ofDays(2));
    assertThat(metric("ledger_epoch_age_seconds")).isGreaterThan(30.0 * 24 * 3600);
    job.run();
    assertThat(current().get("epoch").asInt()).isGreaterThan(before);
    awaitDestroyed(before);
    assertThat(metric("ledger_epoch_age_seconds")).isLessThan(3600);
    assertThat(metric("ledger_epoch_keys_left")).isZero();
  }

  @Test
  void clause_8_1_epochs_are_for_administrators() {
    String token = token("ledger.command ledger.query ledger.personal-data ledger.audit");
    assertThat(
            send(request("/api/v1/keys/epochs").header("Authorization", "Bearer " + token))
                .statusCode())
        .isEqualTo(403);
  }

  private JsonNode current() {
    return epochs().getLast();
  }

  private List<JsonNode> epochs() {
    return ledger.get("/api/v1/keys/epochs").items();
  }

  private void awaitDestroyed(int epoch) {
    JsonNode view = epochs().get(epoch - 1);
    while (!view.get("state").asString().equals("DESTROYED")) {
      LockSupport.parkNanos(20_000_000);
      view = epochs().get(epoch - 1);
    }
    assertThat(view.get("keys").asLong()).isZero();
    assertThat(view.has("destroyedAt")).isTrue();
    assertThat(view.has("backupsDeadSince")).as("the root key is the same").isFalse();
  }

  private double metric(String name) {
    return send(request("/actuator/prometheus"))
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }
}
