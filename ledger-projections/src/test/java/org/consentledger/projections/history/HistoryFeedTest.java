package org.consentledger.projections.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.SURVEY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.history.HistoryQuery.Item;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryFeedTest {

  private static final EventSelection ALL = selection(Set.of(), Set.of(), null);

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

  private static EventSelection selection(
      Set<String> types, Set<PurposeId> purposes, @Nullable SubjectId subject) {
    return new EventSelection(types, purposes, subject);
  }

  private static HistoryFeed feed() {
    return new HistoryFeed(ledger.database());
  }

  /** Follows until everything was looked at that had been recorded by then. */
  private static List<Item> follow(EventSelection selection, long after, int most) {
    long head = ledger.progress().head();
    List<Item> items = new ArrayList<>();
    long[] at = {after};
    LedgerUnderTest.waitUntil(
        "the feed reaches the head",
        () -> {
          HistoryFeed.Page page = feed().read(selection, at[0], most);
          items.addAll(page.items());
          at[0] = page.reached();
          return at[0] >= head;
        });
    return items;
  }

  @Test
  void whoever_follows_while_others_write_finds_every_event_once_and_in_order() throws Exception {
    long before = ledger.progress().head();
    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> written = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        written.add(
            writers.submit(
                () -> {
                  Person person = Person.registered(ledger);
                  for (int time = 0; time < 10; time++) {
                    person.gives(NEWSLETTER);
                    person.withdraws(NEWSLETTER);
                  }
                }));
      }
      long target = before + 8 * 21;
      List<Long> positions = new ArrayList<>();
      long[] at = {before};
      LedgerUnderTest.waitUntil(
          "all is read",
          () -> {
            HistoryFeed.Page page = feed().read(ALL, at[0], 7);
            page.items().forEach(item -> positions.add(item.position()));
            at[0] = page.reached();
            return at[0] >= target;
          });
      for (Future<?> one : written) {
        one.get();
      }
      assertThat(positions).isEqualTo(LongStream.rangeClosed(before + 1, target).boxed().toList());
    }
  }

  @Test
  void events_are_selected_by_name_family_subject_and_purpose() {
    long before = ledger.progress().head();
    Person person = Person.registered(ledger);
    Person other = Person.registered(ledger);
    person.gives(NEWSLETTER);
    person.gives(SURVEY);
    other.gives(NEWSLETTER);
    person.withdraws(NEWSLETTER);

    assertThat(follow(selection(Set.of("consent.given"), Set.of(), null), before, 2))
        .extracting(Item::name)
        .containsExactly("consent.given", "consent.given", "consent.given");
    assertThat(follow(selection(Set.of("consent.*"), Set.of(), person.id()), before, 3))
        .extracting(Item::name)
        .containsExactly("consent.given", "consent.given", "consent.withdrawn");
    assertThat(
            follow(
                selection(Set.of("subject.*", "consent.withdrawn"), Set.of(), null), before, 100))
        .extracting(Item::name)
        .containsExactly("subject.registered", "subject.registered", "consent.withdrawn");
    assertThat(follow(selection(Set.of(), Set.of(SURVEY), person.id()), before, 100))
        .extracting(Item::purposeId)
        .contains(SURVEY.value())
        .doesNotContain(NEWSLETTER.value());
  }

  @Test
  void what_concerns_a_person_as_a_whole_comes_with_every_purpose() {
    long before = ledger.progress().head();
    Person person = Person.registered(ledger);
    person.gives(NEWSLETTER);
    person.isBlocked();

    assertThat(follow(selection(Set.of(), Set.of(SURVEY), null), before, 100))
        .extracting(Item::name)
        .contains("processing.blocked")
        .doesNotContain("consent.given");
  }

  @Test
  void it_ends_before_an_event_by_whose_purpose_it_can_not_be_found_yet() {
    Person person = Person.registered(ledger);
    follow(ALL, 0, 500);
    long before = ledger.progress().head();
    ledger.stopFollowing(HistoryProjection.NAME);
    try {
      person.gives(NEWSLETTER);
      assertThat(feed().read(ALL, before, 100)).isEqualTo(new HistoryFeed.Page(List.of(), before));
    } finally {
      ledger.goOnFollowing(HistoryProjection.NAME);
    }
    assertThat(follow(ALL, before, 100)).extracting(Item::name).containsExactly("consent.given");
  }

  @Test
  void a_row_that_was_lost_is_waited_for_and_not_passed_by() {
    Person person = Person.registered(ledger);
    long lost = person.gives(NEWSLETTER).position();
    person.withdraws(NEWSLETTER);
    follow(ALL, 0, 500);
    ledger
        .database()
        .sql("delete from history where position = :lost")
        .param("lost", lost)
        .update();
    assertThat(feed().read(ALL, lost - 1, 100))
        .isEqualTo(new HistoryFeed.Page(List.of(), lost - 1));
    try (var rebuilds = ledger.rebuilds()) {
      rebuilds.start(HistoryProjection.NAME);
      assertThat(follow(ALL, lost - 1, 100))
          .extracting(Item::name)
          .startsWith("consent.given", "consent.withdrawn");
    }
  }

  @Test
  void names_and_families_are_known_and_nothing_else_is() {
    assertThat(List.of("consent.given", "consent.*", "personal-data.*"))
        .allMatch(EventSelection::isType);
    assertThat(List.of("consent", "consent.", "*", ".*", "con*", "consent.given.*", "", "x.*"))
        .noneMatch(EventSelection::isType);
  }

  @Test
  void the_events_at_some_positions_are_found_again() {
    Person person = Person.registered(ledger);
    long given = person.gives(NEWSLETTER).position();
    follow(ALL, given - 1, 10);
    assertThat(feed().at(List.of(given)))
        .isEqualTo(feed().read(ALL, given - 1, 1).items())
        .hasSize(1);
    assertThat(feed().at(List.of())).isEmpty();
  }
}
