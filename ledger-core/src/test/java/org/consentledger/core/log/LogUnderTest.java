package org.consentledger.core.log;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.Appender;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.EventSerializer;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.NaiveTree;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.subject.RestrictionEvent.ProcessingUnblocked;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** A history with a log over it, in a database of its own. */
final class LogUnderTest implements AutoCloseable {

  static final String ORIGIN = "ledger.example/log";

  final TestDatabase database = TestDatabase.create();
  final LogKeyFile keyFile;
  final List<SignedNote> copies = Collections.synchronizedList(new ArrayList<>());
  private final HikariDataSource pool = database.programPool(16);
  private final Appender appender =
      new Appender(pool, new EventSerializer(), Clock.systemUTC(), List.of(), Optional::empty);

  LogUnderTest(Path folder) {
    keyFile = new LogKeyFile(folder.resolve("log-key"));
  }

  /** A sealer as another node, or the same after a restart, has it. */
  Sealer sealer() {
    return sealer(transactions(), new KeptInMemory());
  }

  Sealer sealer(TransactionTemplate transactions, CheckpointCopies kept) {
    return new Sealer(client(), transactions, keyFile, kept, Clock.systemUTC(), ORIGIN);
  }

  /** A sealer whose process ends after so many transactions, before or after the commit. */
  Sealer crashingAfter(int transactions, boolean committed) {
    return sealer(new Crashing(pool, transactions, committed), new KeptInMemory());
  }

  TransparencyLog log() {
    return new TransparencyLog(client());
  }

  JdbcClient client() {
    return JdbcClient.create(pool);
  }

  /** Takes part in the transactions of the thread. */
  DataSource transactionalDataSource() {
    return pool;
  }

  TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  Appended append(DomainEventMessage<?>... events) {
    return appender.append(List.of(events), Attachment.none());
  }

  void append(int events) {
    for (int i = 0; i < events; i++) {
      append(event(UUID.randomUUID(), 0));
    }
  }

  static DomainEventMessage<?> event(UUID subject, long sequence) {
    return new GenericDomainEventMessage<>(
        "DataSubject",
        subject.toString(),
        sequence,
        new ProcessingUnblocked(
            new SubjectId(subject), Scope.EVERYTHING, null, Instant.parse("2026-02-28T19:00:00Z")));
  }

  /** Seals and signs all there is. */
  static void sealAll(Sealer sealer) {
    boolean more = true;
    while (more) {
      more = sealer.seal();
    }
    sealer.sign(Duration.ZERO);
  }

  List<byte[]> entries() {
    return database
        .ownerClient()
        .sql("select entry from ledger_leaf order by leaf_index")
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /** All events as an export holds them. */
  List<ExportedHistory.Event> events() {
    return database
        .ownerClient()
        .sql(
            """
            select position, event_id, aggregate_type, aggregate_id, sequence, name, revision,
                   recorded_at, payload::text as payload, metadata::text as metadata,
                   encode(salt, 'hex') as salt
            from event join event_salt using (position) order by position
            """)
        .query(
            (row, number) ->
                new ExportedHistory.Event(
                    row.getLong("position"),
                    row.getString("event_id"),
                    row.getString("aggregate_type"),
                    row.getString("aggregate_id"),
                    row.getLong("sequence"),
                    row.getString("name"),
                    row.getString("revision"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString(),
                    row.getString("payload"),
                    row.getString("metadata"),
                    row.getString("salt")))
        .list();
  }

  /** The root over the first leaves, computed without the code under test. */
  Hash naiveRoot(long size) {
    return new NaiveTree(entries()).root(0, (int) size);
  }

  /** All checkpoints, verified, smallest first. */
  List<Checkpoint> checkpoints() {
    return database
        .ownerClient()
        .sql("select note from ledger_checkpoint order by size")
        .query(String.class)
        .list()
        .stream()
        .map(note -> Checkpoint.open(SignedNote.parse(note), log().keys()))
        .toList();
  }

  @Override
  public void close() {
    appender.close();
    pool.close();
    database.close();
  }

  /** The process ended here. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  final class KeptInMemory implements CheckpointCopies {
    @Override
    public List<SignedNote> known() {
      return copies.isEmpty() ? List.of() : List.of(copies.getLast());
    }

    @Override
    public void keep(SignedNote checkpoint) {
      copies.add(checkpoint);
    }
  }

  private static final class Crashing extends TransactionTemplate {
    private static final long serialVersionUID = 1L;
    private final boolean committed;
    private int left;

    Crashing(HikariDataSource pool, int transactions, boolean committed) {
      super(new DataSourceTransactionManager(pool));
      this.left = transactions;
      this.committed = committed;
    }

    @Override
    public <T> T execute(TransactionCallback<T> action) {
      if (left-- > 0) {
        return super.execute(action);
      }
      if (committed) {
        super.execute(action);
        throw new Crash();
      }
      return super.execute(
          status -> {
            action.doInTransaction(status);
            throw new Crash();
          });
    }
  }
}
