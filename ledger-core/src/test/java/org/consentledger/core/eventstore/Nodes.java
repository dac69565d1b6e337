package org.consentledger.core.eventstore;

import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.set;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.WorkingDays;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.testing.SubjectCommands;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Nodes of the program over one database of their own; each has its own pool, appender and Axon.
 */
final class Nodes implements AutoCloseable {

  static final String ACTOR = "officer-1";

  /** Every number may be taken once; who is second is rolled back. */
  static final String TAKE = "insert into taken (number) values (?)";

  final TestDatabase database = TestDatabase.create();
  private final List<Runnable> endings = new ArrayList<>();
  private final List<Configuration> nodes = new ArrayList<>();

  Nodes() {
    database.ownerClient().sql("create table taken (number int primary key)").update();
    database.ownerClient().sql("grant insert, select on taken to ledger_program").update();
  }

  @Override
  public void close() {
    endings.reversed().forEach(Runnable::run);
    database.close();
  }

  Commands start(TransactionalProjection... projections) {
    HikariDataSource pool = database.programPool(8);
    EventSerializer serializer = new EventSerializer();
    Appender appender =
        new Appender(pool, serializer, Clock.systemUTC(), List.of(projections), Optional::empty);
    Configuration axon =
        LedgerAxon.configure(
                pool,
                serializer,
                appender,
                () -> registers().build(),
                subject ->
                    new SubjectReader.Seen(
                        folded(pool, serializer, appender, subject), registers().build()),
                new Deadlines(WorkingDays.shipped()),
                Clock.systemUTC(),
                NoTransactionManager.INSTANCE)
            .start();
    endings.add(pool::close);
    endings.add(appender::close);
    endings.add(axon::shutdown);
    nodes.add(axon);
    return LedgerAxon.commands(axon);
  }

  /** The current state as it must be: all events of the subject, one after the other. */
  private static Optional<CurrentSubject> folded(
      DataSource pool, EventSerializer serializer, Appender appender, SubjectId subject) {
    List<SubjectHistory.Entry> entries =
        new EventLog(new LedgerEventStorageEngine(pool, serializer, appender))
            .historyOf(subject)
            .entries();
    SubjectState state = null;
    for (SubjectHistory.Entry entry : entries) {
      state = SubjectState.evolve(state, entry.event(), entry.eventId());
    }
    return Optional.ofNullable(state).map(it -> new CurrentSubject(it, entries.size() - 1L, 0));
  }

  EventLog log() {
    return LedgerAxon.eventLog(nodes.getFirst());
  }

  EventStorageEngine storage() {
    return nodes.getLast().getComponent(EventStorageEngine.class);
  }

  List<UUID> storedEvents() {
    return database.ownerClient().sql("select event_id from event").query(UUID.class).list();
  }

  Handovers handovers() {
    return nodes.getFirst().getComponent(Handovers.class);
  }

  /** Until somebody waits for a lock in the database, or something is done after all. */
  void awaitWaitingForLock(Future<?> orDone) {
    while (!orDone.isDone()
        && database
                .ownerClient()
                .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Integer.class)
                .single()
            == 0) {
      Thread.onSpinWait();
    }
  }

  List<Integer> taken() {
    return database.ownerClient().sql("select number from taken").query(Integer.class).list();
  }

  static Attachment taking(int number) {
    return new Attachment(List.of(Write.one(TAKE, number)), appended -> List.of());
  }

  static SubjectId registered(Commands commands) {
    SubjectId subject = SubjectId.random();
    commands.execute(
        SubjectCommands.register(subject, NEWSLETTER, EMAIL), ACTOR, null, Attachment.none());
    return subject;
  }

  static RectifyPersonalData rectify(SubjectId subject) {
    return new RectifyPersonalData(
        subject, set(EMAIL), RequestReason.INACCURATE, false, Scope.EVERYTHING);
  }
}
