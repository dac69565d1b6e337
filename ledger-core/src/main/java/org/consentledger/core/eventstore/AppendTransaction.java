package org.consentledger.core.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.consentledger.core.eventstore.AppendObserver.Stage;
import org.consentledger.core.eventstore.Attachment.Outcome;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * The one transaction in which the events of several commands are appended: it waits for its turn
 * over all nodes, numbers the events after the last one, writes them and what belongs to them, and
 * commits. It belongs to one thread.
 *
 * <p>The turn is kept until the commit is visible, so that positions become visible in their order.
 * A reader who has seen an event has seen all before it (compare AxonFramework issue 4829).
 */
final class AppendTransaction {

  private static final String TAKE_TURN = "select last_position, last_recorded_at from take_turn()";

  private final DataSource dataSource;
  private final EventNumbering numbering;
  private final Clock clock;
  private final List<TransactionalProjection> projections;
  private final AppendObserver observer;

  /** The events of one command, and what goes with them. */
  record Entry(List<DomainEventMessage<?>> events, Attachment attachment) {}

  private record Turn(long position, Instant recordedAt) {}

  AppendTransaction(
      DataSource dataSource,
      EventSerializer serializer,
      Clock clock,
      List<? extends TransactionalProjection> projections,
      AppendObserver observer) {
    this.dataSource = dataSource;
    this.numbering = new EventNumbering(serializer);
    this.clock = clock;
    this.projections = List.copyOf(projections);
    this.observer = observer;
  }

  /**
   * Appends what these commands came to; nothing for a command whose idempotency key was used
   * before, by a command before it or long ago.
   *
   * @return what became of each
   */
  List<Optional<Outcome>> commit(List<Entry> entries) throws SQLException {
    StageClock stages = new StageClock(observer);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<Optional<Outcome>> outcomes = write(connection, entries, stages);
        connection.commit();
        stages.ended(Stage.COMMIT);
        observer.wrote(
            entries.size(), entries.stream().mapToInt(entry -> entry.events().size()).sum());
        return outcomes;
      } catch (SQLException | RuntimeException failure) {
        rollback(connection, failure);
        throw failure;
      }
    }
  }

  private List<Optional<Outcome>> write(
      Connection connection, List<Entry> entries, StageClock stages) throws SQLException {
    Turn last = takeTurn(connection);
    stages.ended(Stage.TURN);
    Instant recordedAt = recordedAt(last);
    Set<String> used = KeptAnswer.used(connection, keys(entries));
    List<NumberedEvent> numbered = new ArrayList<>();
    List<Optional<Outcome>> outcomes = new ArrayList<>();
    List<Write> writes = new ArrayList<>();
    List<KeptAnswer> answers = new ArrayList<>();
    Set<SubjectId> busy = Handovers.busy(connection, endedPermissions(entries));
    for (Entry entry : entries) {
      Attachment attachment = entry.attachment();
      if (attachment.key().isPresent() && !used.add(attachment.key().get())) {
        outcomes.add(Optional.empty());
        continue;
      }
      List<CommittedEvent> committed = new ArrayList<>();
      for (DomainEventMessage<?> message : entry.events()) {
        long position = last.position() + numbered.size() + 1;
        NumberedEvent event = numbering.number(message, position, recordedAt);
        numbered.add(event);
        committed.add(event.committed());
      }
      Appended appended = new Appended(committed, last.position() + numbered.size(), recordedAt);
      if (!committed.isEmpty()) {
        writes.addAll(attachment.withEvents());
      }
      writes.addAll(attachment.inAnyCase(appended));
      Optional<KeptAnswer> answer = attachment.answer(appended);
      answer.ifPresent(answers::add);
      outcomes.add(
          Optional.of(
              new Outcome(
                  appended, answer, Collections.disjoint(attachment.endedPermissions(), busy))));
    }
    if (!numbered.isEmpty()) {
      NumberedEvent.insert(connection, numbered);
    }
    stages.ended(Stage.INSERT);
    Write.execute(connection, writes);
    KeptAnswer.keep(connection, answers);
    stages.ended(Stage.ATTACHMENTS);
    List<RecordedEvent> events = numbered.stream().map(NumberedEvent::event).toList();
    if (!events.isEmpty()) {
      for (TransactionalProjection projection : projections) {
        projection.project(connection, events);
      }
    }
    stages.ended(Stage.PROJECTIONS);
    return outcomes;
  }

  private static List<String> keys(List<Entry> entries) {
    return entries.stream().flatMap(entry -> entry.attachment().key().stream()).toList();
  }

  private static Set<SubjectId> endedPermissions(List<Entry> entries) {
    Set<SubjectId> ended = new LinkedHashSet<>();
    entries.forEach(entry -> ended.addAll(entry.attachment().endedPermissions()));
    return ended;
  }

  private static Turn takeTurn(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE_TURN);
        ResultSet row = statement.executeQuery()) {
      row.next();
      OffsetDateTime recordedAt = row.getObject(2, OffsetDateTime.class);
      return new Turn(row.getLong(1), recordedAt.toInstant());
    }
  }

  /** Recorded time never runs backwards along the history, whatever the clocks of the nodes do. */
  private Instant recordedAt(Turn last) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(last.recordedAt()) ? now : last.recordedAt();
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }
}
