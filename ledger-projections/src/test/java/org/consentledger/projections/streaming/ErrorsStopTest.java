package org.consentledger.projections.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.projections.testing.LedgerUnderTest.waitUntil;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.search.SearchProjection;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.consentledger.projections.testing.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An error stops a projection where it is; nothing is skipped, and the others go on. */
class ErrorsStopTest {

  private static final String WITNESS = "witness";

  private TestDatabase database;
  private Witness witness;
  private LedgerUnderTest ledger;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    Witness.makeTable(WITNESS, database);
    ledger = startNode().withSampleRegisters();
  }

  private LedgerUnderTest startNode() {
    return LedgerUnderTest.start(database, this::witness);
  }

  private Projection witness(JdbcClient client) {
    witness = new Witness(WITNESS, client);
    return witness;
  }

  @AfterEach
  void end() {
    ledger.close();
    database.close();
  }

  @Test
  void each_event_is_taken_in_once_and_in_order() {
    Person person = Person.registered(ledger);
    for (int time = 0; time < 30; time++) {
      person.gives(NEWSLETTER);
      person.withdraws(NEWSLETTER);
    }
    awaitWitness();
    assertThat(witness.takenIn()).isEqualTo(everything());
  }

  @Test
  void an_event_that_cannot_be_taken_in_stops_its_projection_and_no_other() {
    long bad = failOnTheNextEvents();

    waitUntil("the event was tried again and again", () -> witness.failures() >= 2);
    assertThat(witness.takenIn()).isEqualTo(LongStream.range(1, bad).boxed().toList());
    assertThat(ledger.progress().of(WITNESS)).isEqualTo(bad - 1);
    ledger.progress().awaitHead(HistoryProjection.NAME);
    ledger.progress().awaitHead(SearchProjection.NAME);
    assertThat(ledger.progress().of(HistoryProjection.NAME)).isGreaterThan(bad);
  }

  @Test
  void a_projection_that_is_healed_goes_on_and_has_missed_nothing() {
    failOnTheNextEvents();
    waitUntil("the event was tried", () -> witness.failures() >= 1);

    witness.heal();
    Person.registered(ledger).gives(SURVEY);
    awaitWitness();
    assertThat(witness.takenIn()).isEqualTo(everything());
  }

  @Test
  void a_projection_goes_on_after_a_restart_where_it_stopped() {
    failOnTheNextEvents();
    waitUntil("the event was tried", () -> witness.failures() >= 1);
    ledger.close();

    ledger = startNode();
    awaitWitness();
    assertThat(witness.takenIn()).isEqualTo(everything());
  }

  @Test
  void what_comes_before_the_bad_event_in_its_batch_is_taken_in_when_it_is_healed() {
    ledger.stopFollowing(WITNESS);
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    long bad = person.gives(SURVEY).position();
    person.withdraws(NEWSLETTER);
    long before = ledger.progress().of(WITNESS);
    witness.failOn(event -> event.position() == bad);
    ledger.goOnFollowing(WITNESS);

    waitUntil("the event was tried", () -> witness.failures() >= 1);
    long reached = ledger.progress().of(WITNESS);
    assertThat(reached).isBetween(before, bad - 1);
    assertThat(witness.takenIn()).isEqualTo(LongStream.rangeClosed(1, reached).boxed().toList());
    witness.heal();
    awaitWitness();
    assertThat(witness.takenIn()).isEqualTo(everything());
  }

  @Test
  void an_event_that_this_version_does_not_know_is_not_skipped() {
    Person.registered(ledger);
    awaitWitness();
    long unknown = ledger.progress().head() + 1;
    insertFromTheFuture(unknown);
    Person later = Person.registered(ledger);
    assertThatThrownBy(() -> ledger.progress().awaitHead(WITNESS))
        .isInstanceOf(ProjectionBehind.class);
    assertThat(ledger.progress().of(WITNESS)).isEqualTo(unknown - 1);
    assertThat(ledger.progress().of(HistoryProjection.NAME)).isEqualTo(unknown - 1);
    assertThat(witness.takenIn()).isEqualTo(LongStream.range(1, unknown).boxed().toList());
    assertThat(later.mayBeUsedFor(NEWSLETTER).isPermitted()).isFalse();

    // A release that knows the event, played by giving it a name that this one knows.
    database.ownerClient().sql("alter table event disable trigger only_added_to").update();
    database
        .ownerClient()
        .sql("update event set name = 'personal-data.accessed' where position = :position")
        .param("position", unknown)
        .update();
    awaitWitness();
    assertThat(witness.takenIn()).isEqualTo(everything());
  }

  /** Lets the witness fail on one event, and others come after it. The position of the event. */
  private long failOnTheNextEvents() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    awaitWitness();
    witness.failOn(event -> event.name().equals("consent.refused"));
    long bad = person.refuses(SURVEY).position();
    person.withdraws(NEWSLETTER);
    Person.registered(ledger).gives(NEWSLETTER);
    return bad;
  }

  /** As a newer version of the program would; this one will know the event by another name. */
  private void insertFromTheFuture(long position) {
    UUID access = UUID.randomUUID();
    database
        .ownerClient()
        .sql(
            """
            insert into event values (:position, :id, 'PersonalDataAccess', :aggregate, 0, 'tomorrow.came', '1',
                                      now(), cast(:payload as json), '{"actor": "tomorrow"}')
            """)
        .param("position", position)
        .param("id", UUID.randomUUID())
        .param("aggregate", access.toString())
        .param(
            "payload",
            """
            {"accessId": "%s", "subjectId": "%s", "categories": [], "ground": null, "accessedAt": "2026-01-01T00:00:00Z"}
            """
                .formatted(access, UUID.randomUUID()))
        .update();
  }

  private void awaitWitness() {
    waitUntil(
        "the witness is up to date",
        () -> ledger.progress().of(WITNESS) == ledger.progress().head());
  }

  private List<Long> everything() {
    return LongStream.rangeClosed(1, ledger.progress().head()).boxed().toList();
  }
}
