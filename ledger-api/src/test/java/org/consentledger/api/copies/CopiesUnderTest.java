package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.consentledger.api.testing.MovableClock;
import org.consentledger.core.eventstore.Appender;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.EventSerializer;
import org.consentledger.core.log.CheckpointFile;
import org.consentledger.core.log.LogKeyFile;
import org.consentledger.core.log.Sealer;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.log.StoredCheckpoint;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.Vouchers;
import org.consentledger.core.subject.RestrictionEvent.ProcessingUnblocked;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** A history in a database of its own, and nodes that seal it and carry its checkpoints outside. */
final class CopiesUnderTest implements AutoCloseable {

  static final String ORIGIN = "ledger.example/log";
  static final Duration TURN = Duration.ofSeconds(2);

  final TestDatabase database = TestDatabase.create();
  final MovableClock clock = new MovableClock();
  final TransparencyLog log = new TransparencyLog(database.programClient());
  final Vouchers vouchers = new Vouchers(database.programClient());
  final CopyStates states = new CopyStates(database.programClient());
  private final Path key;
  private final List<Node> nodes = new ArrayList<>();
  JavaMailSender mail;

  CopiesUnderTest(Path folder) {
    key = folder.resolve("log-key");
  }

  /** Starts a node; the copy of the checkpoint beside the key is that of this database alone. */
  Node start(CopiesProperties properties) {
    Node node = new Node(properties);
    nodes.add(node);
    return node;
  }

  static CopiesProperties witnesses(WitnessServer... servers) {
    return witnesses(Duration.ofSeconds(5), servers);
  }

  static CopiesProperties witnesses(Duration timeout, WitnessServer... servers) {
    return new CopiesProperties(
        List.of(servers).stream().map(WitnessServer::properties).toList(),
        null,
        copies(null, timeout, List.of()),
        stamps(null, null));
  }

  static CopiesProperties directory(Path directory) {
    return new CopiesProperties(
        List.of(),
        null,
        copies(directory.toString(), Duration.ofSeconds(2), List.of()),
        stamps(null, null));
  }

  static CopiesProperties auditor(String... to) {
    return new CopiesProperties(
        List.of(), null, copies(null, Duration.ofSeconds(2), List.of(to)), stamps(null, null));
  }

  static CopiesProperties timeStamps(String url, String certificate) {
    return new CopiesProperties(
        List.of(), null, copies(null, Duration.ofSeconds(2), List.of()), stamps(url, certificate));
  }

  static CopiesProperties.Copies copies(String directory, Duration timeout, List<String> to) {
    return new CopiesProperties.Copies(
        directory,
        Duration.ofSeconds(10),
        timeout,
        new CopiesProperties.Mail(to, "ledger@example.kz", Duration.ofDays(1)));
  }

  static CopiesProperties.TimeStamps stamps(String url, String certificate) {
    return new CopiesProperties.TimeStamps(url, Duration.ofHours(1), certificate);
  }

  /** Lets the ledger grow by so many events, and waits for the checkpoint over all of them. */
  StoredCheckpoint grow(Node node, int events) {
    for (int i = 0; i < events; i++) {
      UUID subject = UUID.randomUUID();
      node.appender.append(
          List.of(
              new GenericDomainEventMessage<>(
                  "DataSubject",
                  subject.toString(),
                  0,
                  new ProcessingUnblocked(
                      new SubjectId(subject),
                      Scope.EVERYTHING,
                      null,
                      Instant.parse("2026-02-28T19:00:00Z")))),
          Attachment.none());
    }
    eventually(() -> log.checkpoint().isPresent() && log.checkpoint().get().size() == leaves());
    return log.checkpoint().orElseThrow();
  }

  /** The genesis and one for each event. */
  long leaves() {
    return 1 + database.ownerClient().sql("select count(*) from event").query(Long.class).single();
  }

  static void eventually(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the condition holds in time").isBefore(deadline);
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** The word for why the place does not take checkpoints; empty where it does. */
  String failure(Node node, int place) {
    CopyState state = state(node, place);
    return state == null || state.failure() == null ? "" : state.failure();
  }

  /** None before the node's first turn. */
  CopyState state(Node node, int place) {
    return states.all().get(node.outside.places().get(place).id());
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    database.close();
  }

  final class Node implements AutoCloseable {
    final OutsidePlaces outside;
    final Sealer sealer;
    final SealingLoop sealing;
    final Appender appender;
    final Deliveries deliveries;
    final CopiesStatus status;
    private final HikariDataSource pool = database.programPool(8);

    private Node(CopiesProperties properties) {
      JdbcClient client = JdbcClient.create(pool);
      CopyStates kept = new CopyStates(client);
      Vouchers vouched = new Vouchers(client);
      outside =
          new NamedPlaces(
                  properties,
                  new TransparencyLog(client),
                  vouched,
                  () -> mail,
                  HttpClient::newHttpClient,
                  clock)
              .outside(kept);
      sealer =
          new Sealer(
              client,
              new TransactionTemplate(new DataSourceTransactionManager(pool)),
              new LogKeyFile(key),
              outside.besides(
                  new CheckpointFile(key.resolveSibling(database.url().replaceAll("\\W", "")))),
              clock,
              ORIGIN);
      sealing = new SealingLoop(sealer, Duration.ofMillis(1));
      appender = new Appender(pool, new EventSerializer(), clock, List.of(), sealing::refusal);
      deliveries =
          new Deliveries(
              outside.places(),
              kept,
              new Turn(client, TURN),
              vouched,
              sealer::compareAgain,
              clock,
              Duration.ofMillis(20));
      status = new CopiesStatus(outside, kept, vouched, clock);
      deliveries.start();
    }

    boolean isUp() {
      return new CopiesHealth(status)
          .health()
          .getStatus()
          .equals(org.springframework.boot.health.contributor.Status.UP);
    }

    /** Ends as a process does that is killed: nothing is put in order. */
    void crash() {
      pool.close();
    }

    @Override
    public void close() {
      deliveries.close();
      appender.close();
      sealing.close();
      pool.close();
    }
  }
}
