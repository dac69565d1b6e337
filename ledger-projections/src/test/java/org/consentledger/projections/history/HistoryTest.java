package org.consentledger.projections.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.eventstore.LedgerJson;
import org.consentledger.core.operator.OperatorCommand.DescribeOperator;
import org.consentledger.core.personaldata.RecordAccess;
import org.consentledger.core.purpose.PurposeCommand.RetirePurpose;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.history.HistoryQuery.Filter;
import org.consentledger.projections.history.HistoryQuery.Item;
import org.consentledger.projections.streaming.ProjectionBehind;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Filter ALL = new Filter(null, null, null, null, null, null);

  private static TestDatabase database;
  private static LedgerUnderTest ledger;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.start(database).withSampleRegisters();
  }

  @AfterAll
  static void end() {
    ledger.close();
    database.close();
  }

  @Test
  void what_was_just_acknowledged_is_found_at_once() {
    Person person = Person.registered(ledger);
    for (int time = 0; time < 10; time++) {
      Appended appended = time % 2 == 0 ? person.gives(SURVEY) : person.withdraws(SURVEY);
      List<Item> found = ledger.history().find(of(person), appended.position() - 1, 10);
      assertThat(found).extracting(Item::eventId).isEqualTo(appended.eventIds());
    }
  }

  @Test
  void what_another_node_acknowledged_is_found_too() {
    try (LedgerUnderTest otherNode = LedgerUnderTest.startWithoutFollowing(database)) {
      Person person = Person.registered(otherNode);
      Appended given = person.gives(NEWSLETTER);
      assertThat(ledger.history().find(of(person), 0, 10))
          .extracting(Item::name)
          .containsExactly("subject.registered", "consent.given");
      assertThat(otherNode.history().find(of(person), given.position() - 1, 10))
          .extracting(Item::position)
          .containsExactly(given.position());
    }
  }

  @Test
  void an_event_is_shown_as_it_was_stored() throws Exception {
    Person person = Person.registered(ledger);
    Appended given = person.gives(NEWSLETTER, "officer-7");
    Item item = ledger.history().find(of(person), given.position() - 1, 1).getFirst();
    assertThat(item)
        .usingRecursiveComparison()
        .ignoringFields("payload")
        .isEqualTo(
            new Item(
                given.position(),
                given.eventIds().getFirst(),
                "consent.given",
                "1",
                "DataSubject",
                person.id().toString(),
                1,
                given.recordedAt(),
                "officer-7",
                person.id().value(),
                NEWSLETTER.value(),
                null,
                ""));
    JsonNode payload = LedgerJson.mapper().readTree(item.payload());
    assertThat(payload.path("purposeId").asText()).isEqualTo(NEWSLETTER.value());
    assertThat(payload.path("subjectId").asText()).isEqualTo(person.id().toString());
    assertThat(item.payload())
        .isEqualTo(
            ledger
                .database()
                .sql("select payload::text from event where position = :position")
                .param("position", given.position())
                .query(String.class)
                .single());
  }

  @Test
  void every_event_stands_there_once_in_its_place_with_its_actor() throws Exception {
    writeFromManyThreads();
    List<Item> all = pages(ALL, 7);
    assertThat(all)
        .extracting(Item::position)
        .isEqualTo(LongStream.rangeClosed(1, ledger.progress().head()).boxed().toList());
    assertThat(all).extracting(Item::eventId).doesNotHaveDuplicates();
    assertThat(all).extracting(Item::actor).doesNotContainNull();
  }

  @Test
  void pages_end_where_the_next_begin_also_under_a_filter() {
    Person person = Person.registered(ledger);
    Person other = Person.registered(ledger);
    List<Long> positions = new ArrayList<>();
    for (int time = 0; time < 5; time++) {
      positions.add(person.gives(NEWSLETTER).position());
      other.gives(NEWSLETTER);
      positions.add(person.withdraws(NEWSLETTER).position());
    }
    Filter filter = new Filter(person.id(), null, null, null, null, null);
    long registered = ledger.history().find(filter, 0, 1).getFirst().position();
    positions.addFirst(registered);
    assertThat(pages(filter, 3)).extracting(Item::position).isEqualTo(positions);
    assertThat(ledger.history().find(filter, positions.getLast(), 3)).isEmpty();
  }

  @Test
  void events_are_found_by_name() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    Appended withdrawn = person.withdraws(NEWSLETTER);
    Filter filter = new Filter(person.id(), "consent.withdrawn", null, null, null, null);
    assertThat(ledger.history().find(filter, 0, 10))
        .extracting(Item::eventId)
        .isEqualTo(withdrawn.eventIds());
  }

  @Test
  void events_are_found_by_purpose_whatever_they_are_about() {
    PurposeId purpose = new PurposeId("raffle");
    ledger.execute(LedgerUnderTest.define(purpose, definition()));
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    person.gives(purpose);
    person.refuses(purpose);
    ledger.execute(new RetirePurpose(purpose));
    assertThat(ledger.history().find(new Filter(null, null, purpose, null, null, null), 0, 10))
        .extracting(Item::name)
        .containsExactly("purpose.defined", "consent.given", "consent.refused", "purpose.retired");
  }

  @Test
  void events_are_found_by_the_actor_who_sent_the_command() {
    Person person = Person.registered(ledger);
    Appended given = person.gives(NEWSLETTER, "officer-1");
    person.gives(SURVEY, "officer-2");
    Filter filter = new Filter(null, null, null, "officer-1", null, null);
    assertThat(ledger.history().find(filter, 0, 10))
        .extracting(Item::eventId)
        .isEqualTo(given.eventIds());
  }

  @Test
  void events_are_found_from_a_moment_on_and_before_another() {
    Person person = Person.registered(ledger);
    Instant first = person.gives(NEWSLETTER).recordedAt();
    LedgerUnderTest.waitUntil("time passes", () -> ledger.now().isAfter(first));
    Instant second = person.withdraws(NEWSLETTER).recordedAt();
    LedgerUnderTest.waitUntil("time passes", () -> ledger.now().isAfter(second));
    Instant third = person.gives(NEWSLETTER).recordedAt();
    assertThat(ledger.history().find(between(person, first, third), 0, 10))
        .extracting(Item::recordedAt)
        .containsExactly(first, second);
    assertThat(ledger.history().find(between(person, second, null), 0, 10))
        .extracting(Item::recordedAt)
        .containsExactly(second, third);
    assertThat(ledger.history().find(between(person, null, second), 0, 10))
        .extracting(Item::name)
        .containsExactly("subject.registered", "consent.given");
  }

  @Test
  void what_is_asked_together_must_hold_together() {
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER, "officer-3");
    Appended given = person.gives(SURVEY, "officer-3");
    person.refuses(SURVEY);
    Filter filter =
        new Filter(person.id(), "consent.given", SURVEY, "officer-3", given.recordedAt(), null);
    assertThat(ledger.history().find(filter, 0, 10))
        .extracting(Item::eventId)
        .isEqualTo(given.eventIds());
  }

  @Test
  void who_read_a_persons_data_stands_in_the_history_of_the_person() {
    Person person = Person.registered(ledger);
    UUID access = UUID.randomUUID();
    ledger.execute(
        new RecordAccess(access, person.id(), set(EMAIL), null, LegalGround.CONSENT), "officer-4");
    Item item = ledger.history().find(of(person), 0, 10).getLast();
    assertThat(item.name()).isEqualTo("personal-data.accessed");
    assertThat(item.actor()).isEqualTo("officer-4");
    assertThat(item.aggregateId()).isEqualTo("access:" + access);
  }

  @Test
  void events_that_concern_no_person_are_found_without_one() {
    Appended described = ledger.execute(new DescribeOperator("f".repeat(64), id(1)), "owner");
    assertThat(ledger.history().find(ALL, described.position() - 1, 1))
        .extracting(Item::name, Item::actor)
        .containsExactly(tuple("operator.described", "owner"));
  }

  @Test
  void whoever_is_not_known_has_no_history() {
    Filter filter = new Filter(SubjectId.random(), null, null, null, null, null);
    assertThat(ledger.history().find(filter, 0, 10)).isEmpty();
  }

  @Test
  void a_history_that_is_not_up_to_date_says_so_instead_of_answering() {
    Person person = Person.registered(ledger);
    assertThat(ledger.history().find(of(person), 0, 10)).hasSize(1);
    ledger.stopFollowing(HistoryProjection.NAME);
    try {
      Appended given = person.gives(NEWSLETTER);
      assertThatThrownBy(() -> ledger.history().find(of(person), 0, 10))
          .isInstanceOf(ProjectionBehind.class)
          .hasMessageContaining("'history'");
      assertThat(ledger.progress().of(HistoryProjection.NAME)).isLessThan(given.position());
    } finally {
      ledger.goOnFollowing(HistoryProjection.NAME);
    }
    LedgerUnderTest.waitUntil(
        "the history is up to date",
        () -> ledger.progress().of(HistoryProjection.NAME) == ledger.progress().head());
    assertThat(ledger.history().find(of(person), 0, 10)).hasSize(2);
  }

  @Test
  void every_kind_of_event_has_a_name_to_be_found_by() {
    Person person = Person.registered(ledger);
    person.isBlocked();
    person.isUnblocked();
    person.isAnonymised();
    person.isDestroyed();
    assertThat(ledger.history().find(of(person), 0, 10))
        .extracting(Item::name)
        .containsExactly(
            "subject.registered",
            "processing.blocked",
            "processing.unblocked",
            "disposal.requested",
            "subject.anonymised",
            "disposal.requested",
            "subject.destroyed")
        .isSubsetOf(EventNames.all());
  }

  private static Filter of(Person person) {
    return new Filter(person.id(), null, null, null, null, null);
  }

  private static Filter between(Person person, Instant from, Instant to) {
    return new Filter(person.id(), null, null, null, from, to);
  }

  private static List<Item> pages(Filter filter, int size) {
    List<Item> items = new ArrayList<>();
    List<Item> page;
    do {
      page = ledger.history().find(filter, items.isEmpty() ? 0 : items.getLast().position(), size);
      items.addAll(page);
    } while (page.size() == size);
    return items;
  }

  private static void writeFromManyThreads() throws Exception {
    List<Future<Appended>> written = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 40; thread++) {
        written.add(threads.submit(() -> Person.registered(ledger).gives(NEWSLETTER)));
      }
      for (Future<Appended> one : written) {
        assertThat(one.get(30, TimeUnit.SECONDS).eventIds()).hasSize(1);
      }
    }
  }
}
