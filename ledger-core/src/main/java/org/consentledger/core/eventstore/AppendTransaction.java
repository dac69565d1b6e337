package org.consentledger.core.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;

/**
 * The one transaction in which the events of several commands are appended: it waits for its turn
 * over all nodes, numbers the events after the last one, writes them and what belongs to them, and
 * commits.
 *
 * <p>The turn is kept until the commit is visible, so that positions become visible in their order.
 * A reader who has seen an event has seen all before it (compare AxonFramework issue 4829).
 */
final class AppendTransaction {

  private static final String TAKE_TURN = "select last_position, last_recorded_at from take_turn()";

  private static final String INSERT_EVENTS =
      """
      insert into event (position, event_id, aggregate_type, aggregate_id, sequence, name, revision,
                         recorded_at, payload, metadata)
      select position, event_id, aggregate_type, aggregate_id, sequence, name, revision, ?, payload::json, metadata::json
      from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                  ?::text[], ?::text[])
           as appended (position, event_id, aggregate_type, aggregate_id, sequence, name, revision, payload, metadata)
      order by position
      """;

  private final DataSource dataSource;
  private final EventSerializer serializer;
  private final Clock clock;
  private final List<TransactionalProjection> projections;

  /** The events of one command, and what goes with them. */
  record Entry(List<DomainEventMessage<?>> events, Attachment attachment) {}

  private record Turn(long position, Instant recordedAt) {}

  private record Numbered(DomainEventMessage<?> message, RecordedEvent event) {}

  AppendTransaction(
      DataSource dataSource,
      EventSerializer serializer,
      Clock clock,
      List<? extends TransactionalProjection> projections) {
    this.dataSource = dataSource;
    this.serializer = serializer;
    this.clock = clock;
    this.projections = List.copyOf(projections);
  }

  List<Appended> commit(List<Entry> entries) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<Appended> outcomes = write(connection, entries);
        connection.commit();
        return outcomes;
      } catch (SQLException | RuntimeException failure) {
        rollback(connection, failure);
        throw failure;
      }
    }
  }

  private List<Appended> write(Connection connection, List<Entry> entries) throws SQLException {
    Turn last = takeTurn(connection);
    Instant recordedAt = recordedAt(last);
    List<Numbered> numbered = new ArrayList<>();
    List<Appended> outcomes = new ArrayList<>();
    List<Write> writes = new ArrayList<>();
    for (Entry entry : entries) {
      List<UUID> eventIds = new ArrayList<>();
      for (DomainEventMessage<?> message : entry.events()) {
        long position = last.position() + numbered.size() + 1;
        RecordedEvent event = RecordedEvent.of(message, position, recordedAt);
        numbered.add(new Numbered(message, event));
        eventIds.add(event.eventId());
      }
      Appended appended = new Appended(eventIds, last.position() + numbered.size(), recordedAt);
      outcomes.add(appended);
      if (!eventIds.isEmpty()) {
        writes.addAll(entry.attachment().withEvents());
      }
      writes.addAll(entry.attachment().inAnyCase(appended));
    }
    if (!numbered.isEmpty()) {
      insert(connection, numbered, recordedAt);
    }
    execute(connection, writes);
    List<RecordedEvent> events = numbered.stream().map(Numbered::event).toList();
    if (!events.isEmpty()) {
      for (TransactionalProjection projection : projections) {
        projection.project(connection, events);
      }
    }
    return outcomes;
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

  private void insert(Connection connection, List<Numbered> numbered, Instant recordedAt)
      throws SQLException {
    int size = numbered.size();
    Object[][] columns = new Object[9][size];
    for (int i = 0; i < size; i++) {
      RecordedEvent event = numbered.get(i).event();
      DomainEventMessage<?> message = numbered.get(i).message();
      SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
      SerializedObject<byte[]> metadata = message.serializeMetaData(serializer, byte[].class);
      columns[0][i] = event.position();
      columns[1][i] = event.eventId();
      columns[2][i] = event.aggregateType();
      columns[3][i] = event.aggregateId();
      columns[4][i] = event.sequence();
      columns[5][i] = payload.getType().getName();
      columns[6][i] = payload.getType().getRevision();
      columns[7][i] = new String(payload.getData(), StandardCharsets.UTF_8);
      columns[8][i] = new String(metadata.getData(), StandardCharsets.UTF_8);
    }
    String[] types = {"bigint", "uuid", "text", "text", "bigint", "text", "text", "text", "text"};
    try (PreparedStatement statement = connection.prepareStatement(INSERT_EVENTS)) {
      statement.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
      for (int column = 0; column < types.length; column++) {
        statement.setArray(column + 2, connection.createArrayOf(types[column], columns[column]));
      }
      requireRows(size, statement.executeUpdate());
    }
  }

  /**
   * Statements of the same text go to the server together; one subject's statements come from one
   * command only.
   */
  private static void execute(Connection connection, List<Write> writes) throws SQLException {
    Map<String, List<Write>> byText = new LinkedHashMap<>();
    writes.forEach(
        write -> byText.computeIfAbsent(write.sql(), sql -> new ArrayList<>()).add(write));
    for (Map.Entry<String, List<Write>> same : byText.entrySet()) {
      try (PreparedStatement statement = connection.prepareStatement(same.getKey())) {
        for (Write write : same.getValue()) {
          for (int i = 0; i < write.parameters().size(); i++) {
            Object parameter = write.parameters().get(i);
            statement.setObject(
                i + 1,
                parameter instanceof Instant instant
                    ? instant.atOffset(ZoneOffset.UTC)
                    : parameter);
          }
          statement.addBatch();
        }
        requireTouched(same.getValue(), statement.executeBatch());
      } catch (BatchUpdateException failure) {
        SQLException cause = failure.getNextException();
        throw cause == null ? failure : cause;
      }
    }
  }

  private static void requireTouched(List<Write> writes, int[] touched) {
    for (int i = 0; i < touched.length; i++) {
      if (writes.get(i).touchesOne() && touched[i] != Statement.SUCCESS_NO_INFO) {
        requireRows(1, touched[i]);
      }
    }
  }

  private static void requireRows(int expected, int touched) {
    if (touched != expected) {
      throw new IllegalStateException(
          "A statement touched " + touched + " rows instead of " + expected + ".");
    }
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }
}
