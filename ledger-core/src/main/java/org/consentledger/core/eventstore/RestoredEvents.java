package org.consentledger.core.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.consentledger.core.log.ExportedHistory;
import org.consentledger.core.log.Reimport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Stores events that were recorded before, at the places that they had, byte for byte; and takes
 * them into the current state, as when they were appended first.
 */
public final class RestoredEvents implements Reimport.EventSink {

  private final JdbcClient database;
  private final DataSource dataSource;
  private final EventSerializer serializer;
  private final List<? extends TransactionalProjection> projections;

  /**
   * Stores into this database, in the transaction of the thread.
   *
   * @param projections what is written with events when they are appended; among it what erases
   *     data that a backup may have brought back
   */
  public RestoredEvents(
      DataSource dataSource,
      EventSerializer serializer,
      List<? extends TransactionalProjection> projections) {
    this.database = JdbcClient.create(dataSource);
    this.dataSource = dataSource;
    this.serializer = serializer;
    this.projections = List.copyOf(projections);
  }

  @Override
  public void store(List<ExportedHistory.Event> events) {
    events.forEach(this::insert);
    List<RecordedEvent> recorded = events.stream().map(this::recorded).toList();
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      for (TransactionalProjection projection : projections) {
        projection.project(connection, recorded);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The current state could not be restored.", failure);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private void insert(ExportedHistory.Event event) {
    int inserted =
        database
            .sql(
                """
                with salted as (insert into event_salt (position, salt) values (:position, :salt))
                insert into event (position, event_id, aggregate_type, aggregate_id, sequence, name, revision,
                                   recorded_at, payload, metadata)
                values (:position, :eventId, :aggregateType, :aggregateId, :sequence, :name, :revision, :recordedAt,
                        :payload::json, :metadata::json)
                """)
            .param("position", event.position())
            .param("salt", HexFormat.of().parseHex(event.salt()))
            .param("eventId", UUID.fromString(event.eventId()))
            .param("aggregateType", event.aggregateType())
            .param("aggregateId", event.aggregateId())
            .param("sequence", event.sequence())
            .param("name", event.name())
            .param("revision", event.revision())
            .param("recordedAt", Instant.parse(event.recordedAt()).atOffset(ZoneOffset.UTC))
            .param("payload", event.payload())
            .param("metadata", event.metadata())
            .update();
    Write.requireRows(1, inserted);
  }

  private RecordedEvent recorded(ExportedHistory.Event event) {
    MetaData metadata =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                bytes(event.metadata()), byte[].class, MetaData.class.getName(), null));
    return new RecordedEvent(
        event.position(),
        UUID.fromString(event.eventId()),
        event.aggregateType(),
        event.aggregateId(),
        event.sequence(),
        Instant.parse(event.recordedAt()),
        (String) metadata.get(RecordedEvent.ACTOR),
        serializer.deserialize(
            new SimpleSerializedObject<>(
                bytes(event.payload()), byte[].class, event.name(), event.revision())));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
