package org.consentledger.projections.testing;

import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.texts;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.SURVEY;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventProcessor;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.WorkingDays;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.Appender;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.EventSerializer;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.policy.PolicyCommand.PublishPolicy;
import org.consentledger.core.purpose.PurposeCommand.DefinePurpose;
import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.audience.Audience;
import org.consentledger.projections.current.CurrentFootings;
import org.consentledger.projections.current.CurrentProjection;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.current.Decisions;
import org.consentledger.projections.current.ReadSubjects;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.search.SearchProjection;
import org.consentledger.projections.search.SubjectSearch;
import org.consentledger.projections.streaming.Progress;
import org.consentledger.projections.streaming.Projection;
import org.consentledger.projections.streaming.Rebuilds;
import org.consentledger.projections.streaming.SpringTransactions;
import org.consentledger.projections.streaming.StreamingProjections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One node of the ledger, put together as the program puts it together, over a real database.
 * Several of them over one database are several nodes.
 */
public final class LedgerUnderTest implements AutoCloseable {

  /** Who sends commands where a test does not say. */
  public static final String ACTOR = "clerk";

  private static final int CONNECTIONS = 20;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final HikariDataSource pool;
  private final Appender appender;
  private final Configuration axon;
  private final Commands commands;
  private final EventLog eventLog;
  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final CurrentRegisters registers;
  private final ReadSubjects read = new ReadSubjects();
  private final CurrentSubjects subjects;
  private final Progress progress;
  private final List<Projection> projections;

  private LedgerUnderTest(
      TestDatabase testDatabase,
      boolean follows,
      List<Function<JdbcClient, Projection>> more,
      List<TransactionalProjection> inTransaction) {
    pool = testDatabase.programPool(CONNECTIONS);
    database = JdbcClient.create(pool);
    clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    registers = new CurrentRegisters(database);
    subjects = new CurrentSubjects(database, registers, read);
    progress = new Progress(database);
    EventSerializer serializer = new EventSerializer();
    List<TransactionalProjection> current = new ArrayList<>(List.of(new CurrentProjection(read)));
    current.addAll(inTransaction);
    appender = new Appender(pool, serializer, clock, current, Optional::empty);
    DataSourceTransactionManager manager = new DataSourceTransactionManager(pool);
    transactions = new TransactionTemplate(manager);
    projections =
        new ArrayList<>(
            List.of(new HistoryProjection(database), new SearchProjection(database, subjects)));
    more.forEach(made -> projections.add(made.apply(database)));
    Configurer configurer =
        LedgerAxon.configure(
            pool,
            serializer,
            appender,
            registers,
            subjects,
            new Deadlines(WorkingDays.shipped()),
            clock,
            new SpringTransactions(manager));
    if (follows) {
      StreamingProjections.register(configurer, pool, projections, progress);
    }
    axon = configurer.start();
    commands = LedgerAxon.commands(axon);
    eventLog = LedgerAxon.eventLog(axon);
  }

  /**
   * A node that takes commands and follows the history with its own projections and these.
   *
   * @param more makes a projection that writes through the node's connections
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static LedgerUnderTest start(
      TestDatabase database, Function<JdbcClient, Projection>... more) {
    return new LedgerUnderTest(database, true, List.of(more), List.of());
  }

  /** A node that takes commands and follows nothing. */
  public static LedgerUnderTest startWithoutFollowing(
      TestDatabase database, TransactionalProjection... inTransaction) {
    return new LedgerUnderTest(database, false, List.of(), List.of(inTransaction));
  }

  /** Publishes the sample policy and determines the two sample purposes. */
  public LedgerUnderTest withSampleRegisters() {
    execute(publish(POLICY));
    execute(define(NEWSLETTER, definition()));
    execute(define(SURVEY, definition()));
    return this;
  }

  /** A version of the policy that is in force since the beginning and changes nothing. */
  public static PublishPolicy publish(PolicyVersion version) {
    return new PublishPolicy(version, BEGINNING, false, null, texts());
  }

  /** Determines a purpose. */
  public static DefinePurpose define(PurposeId purpose, DefinitionBuilder definition) {
    return new DefinePurpose(purpose, definition.build());
  }

  /** Carries a command out; what comes back is acknowledged. */
  public Appended execute(Object command) {
    return execute(command, ACTOR);
  }

  /** Carries a command of somebody out; what comes back is acknowledged. */
  public Appended execute(Object command, String actor) {
    return commands.execute(command, actor, null, Attachment.none());
  }

  /** The moment that the node takes for now. */
  public Instant now() {
    return clock.instant();
  }

  public JdbcClient database() {
    return database;
  }

  public TransactionTemplate transactions() {
    return transactions;
  }

  public EventLog eventLog() {
    return eventLog;
  }

  public CurrentRegisters registers() {
    return registers;
  }

  public CurrentSubjects subjects() {
    return subjects;
  }

  public ReadSubjects read() {
    return read;
  }

  public Progress progress() {
    return progress;
  }

  public Decisions decisions() {
    return new Decisions(subjects, registers, eventLog);
  }

  public Audience audience() {
    return new Audience(new CurrentFootings(database, registers));
  }

  public HistoryQuery history() {
    return new HistoryQuery(database, progress);
  }

  public SubjectSearch search() {
    return new SubjectSearch(database, progress);
  }

  /** The projection of this name that follows on this node. */
  public Projection projection(String name) {
    return projections.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** Rebuilds of the node's own projections. Closed by the caller. */
  public Rebuilds rebuilds() {
    return rebuilds(projections);
  }

  /** Rebuilds of these projections. Closed by the caller. */
  public Rebuilds rebuilds(List<Projection> rebuilt) {
    return new Rebuilds(rebuilt, eventLog, database, transactions, progress, clock);
  }

  /** Stops following with this projection. */
  public void stopFollowing(String projection) {
    processor(projection).shutDown();
  }

  /** Goes on following with this projection. */
  public void goOnFollowing(String projection) {
    processor(projection).start();
  }

  private EventProcessor processor(String projection) {
    return axon.eventProcessingConfiguration().eventProcessor(projection).orElseThrow();
  }

  /** Waits until a condition holds; fails where it does not come to hold. */
  public static void waitUntil(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("It did not come about that " + what + ".");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Ends the node. */
  @Override
  public void close() {
    axon.shutdown();
    appender.close();
    pool.close();
  }
}
