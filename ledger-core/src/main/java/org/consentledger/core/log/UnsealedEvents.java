package org.consentledger.core.log;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.log.entry.Commitment;
import org.consentledger.core.log.entry.EventEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that have no leaf yet, as the leaves that they will have. */
final class UnsealedEvents {

  private final JdbcClient database;
  private final Commitment commitment = new Commitment();

  UnsealedEvents(JdbcClient database) {
    this.database = database;
  }

  /**
   * The next events in the one global order, which has no gaps. The salts have a range of their
   * own: PostgreSQL infers none, and would read them from the first on.
   *
   * @param position the position of the last event that was sealed; 0 for none
   */
  List<EventEntry> after(long position, int limit) {
    List<EventEntry> entries =
        database
            .sql(
                """
                select position, event_id, aggregate_type, aggregate_id, sequence, name, revision, recorded_at,
                       payload::text as payload, metadata::text as metadata, salt
                from event left join (select * from event_salt where position > :position) salt using (position)
                where position > :position order by position limit :limit
                """)
            .param("position", position)
            .param("limit", limit)
            .query((row, number) -> entry(row))
            .list();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).position() != position + i + 1) {
        throw new IllegalStateException(
            "The history has no event at position " + (position + i + 1) + ".");
      }
    }
    return entries;
  }

  private EventEntry entry(ResultSet row) throws SQLException {
    byte[] salt = row.getBytes("salt");
    if (salt == null) {
      throw new IllegalStateException(
          "The event at position " + row.getLong("position") + " has no salt.");
    }
    return new EventEntry(
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getString("name"),
        row.getString("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        commitment.payload(salt, utf8(row.getString("payload"))),
        commitment.metadata(salt, utf8(row.getString("metadata"))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
