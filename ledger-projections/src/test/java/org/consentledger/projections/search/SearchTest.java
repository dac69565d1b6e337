package org.consentledger.projections.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.SURVEY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.search.SubjectSearch.Answer;
import org.consentledger.projections.search.SubjectSearch.Filter;
import org.consentledger.projections.search.SubjectSearch.Found;
import org.consentledger.projections.streaming.ProjectionBehind;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private static final Filter ALL = new Filter(null, null, null, null, null);

  private TestDatabase database;
  private LedgerUnderTest ledger;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.start(database).withSampleRegisters();
  }

  @AfterEach
  void end() {
    ledger.close();
    database.close();
  }

  @Test
  void a_person_is_found_as_soon_as_the_registration_is_acknowledged() {
    for (int time = 0; time < 5; time++) {
      Person person = Person.registered(ledger);
      assertThat(ids(ALL)).contains(person.id());
    }
  }

  @Test
  void people_are_found_by_status() {
    Person active = Person.registered(ledger);
    Person anonymised = Person.registered(ledger);
    anonymised.isAnonymised();
    Person destroyed = Person.registered(ledger);
    destroyed.isDestroyed();
    assertThat(ids(status(SubjectStatus.ACTIVE))).containsExactly(active.id());
    assertThat(ids(status(SubjectStatus.ANONYMISED))).containsExactly(anonymised.id());
    assertThat(ids(status(SubjectStatus.DESTROYED))).containsExactly(destroyed.id());
  }

  @Test
  void people_are_found_by_language() {
    Person russian = Person.registered(ledger, Language.RU);
    Person kazakh = Person.registered(ledger, Language.KK);
    assertThat(ids(new Filter(null, Language.KK, null, null, null))).containsExactly(kazakh.id());
    assertThat(ids(new Filter(null, Language.RU, null, null, null))).containsExactly(russian.id());
    assertThat(ids(new Filter(null, Language.EN, null, null, null))).isEmpty();
  }

  @Test
  void people_are_found_by_whether_anything_of_theirs_is_blocked() {
    Person free = Person.registered(ledger);
    Person blocked = Person.registered(ledger);
    blocked.isBlocked();
    assertThat(ids(new Filter(null, null, true, null, null))).containsExactly(blocked.id());
    assertThat(ids(new Filter(null, null, false, null, null))).containsExactly(free.id());
    blocked.isUnblocked();
    assertThat(ids(new Filter(null, null, true, null, null))).isEmpty();
  }

  @Test
  void people_are_found_by_how_they_last_answered() {
    Person gave = Person.registered(ledger);
    gave.gives(NEWSLETTER);
    Person withdrew = Person.registered(ledger);
    withdrew.gives(NEWSLETTER);
    withdrew.withdraws(NEWSLETTER);
    withdrew.gives(SURVEY);
    Person refused = Person.registered(ledger);
    refused.refuses(NEWSLETTER);
    Person neverAsked = Person.registered(ledger);

    assertThat(ids(answer(NEWSLETTER, Answer.GIVEN))).containsExactly(gave.id());
    assertThat(ids(answer(NEWSLETTER, Answer.WITHDRAWN))).containsExactly(withdrew.id());
    assertThat(ids(answer(NEWSLETTER, Answer.REFUSED))).containsExactly(refused.id());
    assertThat(ids(answer(SURVEY, Answer.GIVEN))).containsExactly(withdrew.id());
    assertThat(ids(answer(NEWSLETTER, null)))
        .containsExactlyInAnyOrder(gave.id(), withdrew.id(), refused.id())
        .doesNotContain(neverAsked.id());
  }

  @Test
  void an_answer_is_written_when_it_is_given_and_not_when_another_is() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    assertThat(ids(answer(NEWSLETTER, Answer.GIVEN))).containsExactly(person.id());
    String written = writtenBy(NEWSLETTER);

    person.gives(SURVEY);
    assertThat(ids(answer(SURVEY, Answer.GIVEN))).containsExactly(person.id());
    assertThat(writtenBy(NEWSLETTER)).isEqualTo(written);

    person.withdraws(NEWSLETTER);
    assertThat(ids(answer(NEWSLETTER, Answer.WITHDRAWN))).containsExactly(person.id());
    assertThat(writtenBy(NEWSLETTER)).isNotEqualTo(written);

    person.isDestroyed();
    assertThat(ids(answer(NEWSLETTER, null))).isEmpty();
    assertThat(ids(answer(SURVEY, null))).isEmpty();
  }

  /** The transaction that wrote the one answer about a purpose. */
  private String writtenBy(PurposeId purpose) {
    return ledger
        .database()
        .sql("select xmin from consent_search where purpose_id = :purpose")
        .param("purpose", purpose.value())
        .query(String.class)
        .single();
  }

  @Test
  void what_is_asked_together_must_hold_together() {
    Person person = Person.registered(ledger, Language.KK);
    person.gives(NEWSLETTER);
    person.isBlocked();
    Person other = Person.registered(ledger, Language.KK);
    other.gives(NEWSLETTER);
    assertThat(ids(new Filter(SubjectStatus.ACTIVE, Language.KK, true, NEWSLETTER, Answer.GIVEN)))
        .containsExactly(person.id());
    assertThat(ids(new Filter(SubjectStatus.ACTIVE, Language.RU, true, NEWSLETTER, null)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void pages_end_where_the_next_begin(int size) {
    List<SubjectId> everybody = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      Person person = Person.registered(ledger);
      person.gives(NEWSLETTER);
      everybody.add(person.id());
    }
    everybody.sort(Comparator.comparing(SubjectId::toString));
    List<SubjectId> found = new ArrayList<>();
    List<Found> page;
    do {
      UUID after = found.isEmpty() ? null : found.getLast().value();
      page = ledger.search().find(answer(NEWSLETTER, Answer.GIVEN), after, size);
      page.forEach(one -> found.add(one.subjectId()));
    } while (page.size() == size);
    assertThat(found).isEqualTo(everybody);
  }

  @Test
  void of_whoever_was_destroyed_only_a_tombstone_is_left() {
    Person person = Person.registered(ledger, Language.KK);
    person.gives(NEWSLETTER);
    person.refuses(SURVEY);
    person.isBlocked();
    assertThat(answersOf(person)).isEqualTo(2);
    person.isDestroyed();
    assertThat(ledger.search().find(ALL, null, 10))
        .containsExactly(
            new Found(
                person.id(),
                SubjectStatus.DESTROYED,
                null,
                false,
                ledger.subjects().find(person.id()).orElseThrow().state().registeredAt()));
    assertThat(answersOf(person)).isZero();
    assertThat(ids(answer(NEWSLETTER, null))).isEmpty();
    assertThat(ids(new Filter(null, Language.KK, null, null, null))).isEmpty();
  }

  @Test
  void old_events_taken_in_again_change_nothing() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    person.withdraws(NEWSLETTER);
    Person destroyed = Person.registered(ledger);
    destroyed.gives(NEWSLETTER);
    destroyed.isDestroyed();
    ledger.progress().awaitHead(SearchProjection.NAME);
    List<String> before = rows();
    for (RecordedEvent event : ledger.eventLog().read(0, 100)) {
      ledger
          .transactions()
          .executeWithoutResult(
              status -> ledger.projection(SearchProjection.NAME).project(List.of(event)));
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void a_row_that_is_newer_than_what_was_read_stays() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    ledger.progress().awaitHead(SearchProjection.NAME);
    ledger
        .database()
        .sql("update subject_search set version = 9, status = 'DESTROYED', language = null")
        .update();
    ledger.database().sql("delete from consent_search").update();
    List<String> newer = rows();
    ledger
        .transactions()
        .executeWithoutResult(
            status ->
                ledger.projection(SearchProjection.NAME).project(ledger.eventLog().read(0, 100)));
    assertThat(rows()).isEqualTo(newer);
  }

  @Test
  void a_search_that_is_not_up_to_date_says_so_while_others_answer() {
    ledger.stopFollowing(SearchProjection.NAME);
    Person person = Person.registered(ledger);
    assertThatThrownBy(() -> ledger.search().find(ALL, null, 10))
        .isInstanceOf(ProjectionBehind.class)
        .hasMessageContaining("'search'");
    assertThat(
            ledger
                .history()
                .find(new HistoryQuery.Filter(person.id(), null, null, null, null, null), 0, 10))
        .hasSize(1);
  }

  private List<SubjectId> ids(Filter filter) {
    return ledger.search().find(filter, null, 100).stream().map(Found::subjectId).toList();
  }

  private static Filter status(SubjectStatus status) {
    return new Filter(status, null, null, null, null);
  }

  private static Filter answer(PurposeId purpose, Answer answer) {
    return new Filter(null, null, null, purpose, answer);
  }

  private int answersOf(Person person) {
    ledger.progress().awaitHead(SearchProjection.NAME);
    return ledger
        .database()
        .sql("select count(*) from consent_search where subject_id = :subject")
        .param("subject", person.id().value())
        .query(Integer.class)
        .single();
  }

  private List<String> rows() {
    return ledger
        .database()
        .sql(
            """
            select s::text from subject_search s union all select c::text from consent_search c order by 1
            """)
        .query(String.class)
        .list();
  }
}
