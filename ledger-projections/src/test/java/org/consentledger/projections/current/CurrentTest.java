package org.consentledger.projections.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.SURVEY;

import java.util.List;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.purpose.PurposeCommand.RetirePurpose;
import org.consentledger.core.subject.ConsentEvent.ConsentWithdrawn;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CurrentTest {

  private static TestDatabase database;
  private static LedgerUnderTest ledger;
  private static LedgerUnderTest otherNode;

  /** Fails on withdrawals from the survey, after the current state was written. */
  private static final TransactionalProjection FAILS =
      (connection, events) -> {
        if (events.stream().anyMatch(CurrentTest::isWithdrawalFromSurvey)) {
          throw new IllegalStateException("This event cannot be taken in.");
        }
      };

  private static boolean isWithdrawalFromSurvey(RecordedEvent event) {
    return event.payload() instanceof ConsentWithdrawn withdrawn
        && withdrawn.purposeId().equals(SURVEY);
  }

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.startWithoutFollowing(database, FAILS).withSampleRegisters();
    otherNode = LedgerUnderTest.startWithoutFollowing(database);
  }

  @AfterAll
  static void end() {
    otherNode.close();
    ledger.close();
    database.close();
  }

  @Test
  void where_a_projection_fails_neither_the_event_nor_the_row_stays() {
    Person person = Person.registered(ledger);
    person.gives(SURVEY);
    List<String> before = everything();
    assertThatThrownBy(() -> person.withdraws(SURVEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("This event cannot be taken in.");
    assertThat(everything()).isEqualTo(before);
    assertThat(person.mayBeUsedFor(SURVEY).isPermitted()).isTrue();
  }

  @Test
  void a_state_is_parsed_anew_where_it_has_changed_and_only_there() {
    Person person = Person.registered(ledger);
    assertThat(person.mayBeUsedFor(NEWSLETTER).isPermitted()).isFalse();
    long parses = ledger.read().parses();
    assertThat(person.mayBeUsedFor(NEWSLETTER).isPermitted()).isFalse();
    assertThat(ledger.read().parses()).isEqualTo(parses);

    person.at(otherNode).gives(NEWSLETTER);
    assertThat(person.mayBeUsedFor(NEWSLETTER).isPermitted()).isTrue();
    assertThat(ledger.read().parses()).isEqualTo(parses + 1);

    person.at(otherNode).withdraws(NEWSLETTER);
    assertThat(person.mayBeUsedFor(NEWSLETTER).isPermitted()).isFalse();
  }

  @Test
  void after_a_failure_the_next_event_has_the_next_position() {
    Person person = Person.registered(ledger);
    Appended given = person.gives(SURVEY);
    assertThatThrownBy(() -> person.withdraws(SURVEY)).isInstanceOf(IllegalStateException.class);
    Appended refused = person.refuses(SURVEY);
    assertThat(refused.position()).isEqualTo(given.position() + 1);
    assertThat(person.mayBeUsedFor(SURVEY).evidence()).isEqualTo(refused.eventIds());
  }

  @Test
  void where_the_row_cannot_be_written_the_event_is_not_there_either() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    List<String> before = everything();
    database
        .ownerClient()
        .sql("alter table current_subject add constraint frozen check (false) not valid")
        .update();
    try {
      assertThatThrownBy(() -> person.withdraws(NEWSLETTER)).isInstanceOf(RuntimeException.class);
      assertThat(everything()).isEqualTo(before);
    } finally {
      database.ownerClient().sql("alter table current_subject drop constraint frozen").update();
    }
    person.withdraws(NEWSLETTER);
    assertThat(person.mayBeUsedFor(NEWSLETTER).isPermitted()).isFalse();
  }

  @Test
  void a_node_decides_by_the_registers_that_another_node_has_just_changed() {
    PurposeId purpose = new PurposeId("raffle");
    Person person = Person.registered(ledger);
    assertThat(codes(person, purpose)).containsExactly(ReasonCode.PURPOSE_UNKNOWN);

    otherNode.execute(LedgerUnderTest.define(purpose, definition()));
    assertThat(codes(person, purpose)).containsExactly(ReasonCode.CONSENT_MISSING);
    person.gives(purpose);
    assertThat(codes(person, purpose)).containsExactly(ReasonCode.CONSENT_GIVEN);

    otherNode.execute(new RetirePurpose(purpose));
    assertThat(codes(person, purpose)).containsExactly(ReasonCode.PURPOSE_RETIRED);
    assertThat(
            ledger
                .decisions()
                .now(List.of(person.use(purpose)), ledger.now())
                .getFirst()
                .isPermitted())
        .isFalse();
    assertThat(ledger.registers().current()).isEqualTo(otherNode.registers().current());
  }

  @Test
  void the_registers_are_read_once_for_as_long_as_nobody_changes_them() {
    assertThat(ledger.registers().current()).isSameAs(ledger.registers().current());
  }

  @Test
  void a_withdrawal_on_one_node_is_known_to_the_other_at_once() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    assertThat(person.at(otherNode).mayBeUsedFor(NEWSLETTER).isPermitted()).isTrue();
    Appended withdrawn = person.withdraws(NEWSLETTER);
    assertThat(person.at(otherNode).mayBeUsedFor(NEWSLETTER).evidence())
        .isEqualTo(withdrawn.eventIds());
    assertThat(codes(person.at(otherNode), NEWSLETTER))
        .containsExactly(ReasonCode.CONSENT_WITHDRAWN);
  }

  @Test
  void two_nodes_take_turns_with_the_same_person() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    person.at(otherNode).refuses(SURVEY);
    person.withdraws(NEWSLETTER);
    Appended destroyed = person.at(otherNode).isDestroyed();
    assertThat(destroyed.eventIds()).as("asked for, and done").hasSize(2);
    CurrentSubject row = ledger.subjects().find(person.id()).orElseThrow();
    assertThat(row.version()).isEqualTo(5);
    assertThat(row.state().status()).isEqualTo(SubjectStatus.DESTROYED);
    assertThat(row.state().consents()).isEmpty();
    assertThat(row.state().categories()).isEmpty();
  }

  private static List<ReasonCode> codes(Person person, PurposeId purpose) {
    return person.mayBeUsedFor(purpose).reasons().stream().map(reason -> reason.code()).toList();
  }

  /** All events and all rows, as text. */
  private static List<String> everything() {
    return ledger
        .database()
        .sql(
            """
            select 'event ' || e::text from event e
            union all select 'subject ' || s::text from current_subject s
            union all select 'register ' || r::text from current_register r
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
