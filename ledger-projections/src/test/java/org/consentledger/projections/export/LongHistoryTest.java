package org.consentledger.projections.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.testing.ManyEvents;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.history.EventSelection;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.streaming.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of a long history no more is read than is asked for, wherever in it that is. */
class LongHistoryTest {

  private static final int NEARLY_ALL = ManyEvents.COUNT - 1000;
  private static final int PAGE = 500;
  private static final ExportScope EVERYTHING =
      new ExportScope(null, null, null, null, new TreeSet<>());

  private static TestDatabase database;
  private static ManyEvents many;

  @BeforeAll
  static void prepare() {
    database = TestDatabase.create();
    many = ManyEvents.in(database);
    many.execute(
        """
        insert into history
        select position, name, aggregate_id::uuid, null, 'clerk', recorded_at from event
        """);
    many.execute(
        "insert into projection_progress (name, position) values ('history', %d)"
            .formatted(ManyEvents.COUNT));
    many.analyse();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void an_archive_reads_each_event_once() {
    readsEachEventOnce(ExportFormat.ARCHIVE, EVERYTHING, 3);
  }

  @Test
  void a_table_reads_each_event_once() {
    readsEachEventOnce(ExportFormat.CSV, EVERYTHING, 4);
  }

  @Test
  void a_selection_reads_each_event_once_and_where_its_batches_end() {
    ExportScope allNames =
        new ExportScope(null, null, null, null, new TreeSet<>(Set.of("subject.registered")));

    readsEachEventOnce(ExportFormat.ARCHIVE, allNames, 5);
  }

  private static void readsEachEventOnce(ExportFormat format, ExportScope scope, int tables) {
    ExportedEvents events =
        new ExportedEvents(database.programClient(), format, scope, ManyEvents.COUNT + 1);
    AtomicInteger written = new AtomicInteger();

    long read =
        many.rowsReadFor(
            () ->
                events
                    .stretches()
                    .forEach(stretch -> written.addAndGet(events.read(stretch).size())));

    assertThat(written).hasValue(ManyEvents.COUNT);
    assertThat(read)
        .as(tables + " tables")
        .isBetween((long) tables * ManyEvents.COUNT, (2L * tables + 1) * ManyEvents.COUNT / 2);
  }

  @Test
  void a_page_deep_in_the_history_reads_no_more_than_itself() {
    HistoryQuery query =
        new HistoryQuery(database.programClient(), new Progress(database.programClient()));

    long read =
        many.rowsReadFor(
            () ->
                query.find(
                    new HistoryQuery.Filter(null, null, null, null, null, null), NEARLY_ALL, PAGE));

    assertThat(read).isBetween(2L * PAGE, 3L * PAGE);
  }

  @Test
  void a_page_near_the_beginning_reads_no_more_than_itself_where_the_last_comes_first() {
    HistoryQuery query =
        new HistoryQuery(database.programClient(), new Progress(database.programClient()));

    long read =
        many.rowsReadFor(
            () ->
                query.findLast(
                    new HistoryQuery.Filter(null, null, null, null, null, null), 1000L, PAGE));

    assertThat(read).isBetween(2L * PAGE, 3L * PAGE);
  }

  @Test
  void a_feed_that_is_far_reads_no_more_than_is_new() {
    HistoryFeed feed = new HistoryFeed(database.programClient());

    long read =
        many.rowsReadFor(
            () -> feed.read(new EventSelection(Set.of(), Set.of(), null), NEARLY_ALL, PAGE));

    assertThat(read).isBetween(2L * PAGE, 3L * PAGE);
  }
}
