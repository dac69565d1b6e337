package org.consentledger.core.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.consentledger.core.log.entry.Salt;

/**
 * An event with its place in the order, and what is stored of it.
 *
 * @param salt the random salt of its commitments
 */
record NumberedEvent(
    RecordedEvent event,
    SerializedObject<byte[]> payload,
    SerializedObject<byte[]> metadata,
    Salt salt,
    CommittedEvent committed) {

  private static final String INSERT_EVENTS =
      """
      with appended as materialized (
        select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                             ?::text[], ?::text[], ?::bytea[])
          as it (position, event_id, aggregate_type, aggregate_id, sequence, name, revision, payload, metadata, salt)
      ), salted as (
        insert into event_salt (position, salt) select position, salt from appended order by position
      )
      insert into event (position, event_id, aggregate_type, aggregate_id, sequence, name, revision,
                         recorded_at, payload, metadata)
      select position, event_id, aggregate_type, aggregate_id, sequence, name, revision, ?, payload::json, metadata::json
      from appended order by position
      """;

  private static final List<String> TYPES =
      List.of("bigint", "uuid", "text", "text", "bigint", "text", "text", "text", "text", "bytea");

  /** Inserts the events of one transaction, in one round trip. */
  static void insert(Connection connection, List<NumberedEvent> numbered) throws SQLException {
    int size = numbered.size();
    Object[][] columns = new Object[TYPES.size()][size];
    columns[9] = new byte[size][]; // the driver takes bytes in an array of their own type only
    for (int i = 0; i < size; i++) {
      NumberedEvent each = numbered.get(i);
      RecordedEvent event = each.event();
      columns[0][i] = event.position();
      columns[1][i] = event.eventId();
      columns[2][i] = event.aggregateType();
      columns[3][i] = event.aggregateId();
      columns[4][i] = event.sequence();
      columns[5][i] = each.payload().getType().getName();
      columns[6][i] = each.payload().getType().getRevision();
      columns[7][i] = text(each.payload());
      columns[8][i] = text(each.metadata());
      columns[9][i] = each.salt().bytes();
    }
    try (PreparedStatement statement = connection.prepareStatement(INSERT_EVENTS)) {
      for (int column = 0; column < columns.length; column++) {
        statement.setArray(
            column + 1, connection.createArrayOf(TYPES.get(column), columns[column]));
      }
      statement.setObject(
          columns.length + 1, numbered.getFirst().event().recordedAt().atOffset(ZoneOffset.UTC));
      Write.requireRows(size, statement.executeUpdate());
    }
  }

  private static String text(SerializedObject<byte[]> json) {
    return new String(json.getData(), StandardCharsets.UTF_8);
  }
}
