package org.consentledger.core.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC event storage over the ledger's own table. Reading is Axon's; appending goes through
 * the {@link Appender}, which puts the events and what belongs to them into one transaction and one
 * order.
 */
final class LedgerEventStorageEngine extends JdbcEventStorageEngine {

  static final String ATTACHMENT = Attachment.class.getName();

  private static final int BATCH = 100;

  private static final EventSchema SCHEMA =
      EventSchema.builder()
          .eventTable("event")
          .globalIndexColumn("position")
          .eventIdentifierColumn("event_id")
          .typeColumn("aggregate_type")
          .aggregateIdentifierColumn("aggregate_id")
          .sequenceNumberColumn("sequence")
          .timestampColumn("recorded_at")
          .payloadTypeColumn("name")
          .payloadRevisionColumn("revision")
          .payloadColumn("payload")
          .metaDataColumn("metadata")
          .build();

  private final Appender appender;

  LedgerEventStorageEngine(DataSource dataSource, Serializer serializer, Appender appender) {
    super(
        JdbcEventStorageEngine.builder()
            .connectionProvider(dataSource::getConnection)
            .transactionManager(NoTransactionManager.INSTANCE)
            .schema(SCHEMA)
            .dataType(byte[].class)
            .batchSize(BATCH)
            // A batch that is not full is the last one: no second query to learn that there is
            // nothing more.
            .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer));
    this.appender = appender;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    List<DomainEventMessage<?>> appended = new ArrayList<>();
    for (EventMessage<?> event : events) {
      if (!(event instanceof DomainEventMessage<?> domainEvent)) {
        throw new IllegalArgumentException("Only aggregates emit events.");
      }
      appended.add(domainEvent);
    }
    appender.append(appended, attachment());
  }

  private static Attachment attachment() {
    return CurrentUnitOfWork.map(work -> work.root().<Attachment>getResource(ATTACHMENT))
        .orElseGet(Attachment::none);
  }

  /** There are no snapshots, so nothing is asked for them. */
  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }

  /**
   * As text: Axon would write an instant with milliseconds only, and recorded time has
   * microseconds.
   */
  @Override
  protected Object readTimeStamp(ResultSet resultSet, String columnName) throws SQLException {
    return resultSet.getObject(columnName, OffsetDateTime.class).toInstant().toString();
  }
}
