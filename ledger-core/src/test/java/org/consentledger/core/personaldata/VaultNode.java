package org.consentledger.core.personaldata;

import static org.consentledger.core.testing.RegistersBuilder.registers;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.WorkingDays;
import org.consentledger.core.eventstore.Appender;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.EventSerializer;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node of the program over a shared database: its pool, its keys, its appender. */
final class VaultNode implements AutoCloseable {

  static final Category NAME = new Category("FULL_NAME");

  final JdbcClient client;
  final EpochKeys epochKeys;
  final SystemSecrets secrets;
  final Vault vault;
  final Epochs epochs;
  final EpochRotation rotation;
  final Rewrapping rewrapping;
  final RootKeyReplacement rootKeys;
  final TransactionTemplate transactions;
  private final HikariDataSource pool;
  private final Appender appender;
  private final Configuration axon;

  VaultNode(TestDatabase database, RootKey root) {
    this(database, root, null);
  }

  VaultNode(TestDatabase database, RootKey root, @Nullable RootKey previous) {
    this.pool = database.programPool(8);
    this.client = JdbcClient.create(pool);
    this.epochKeys = EpochKeys.open(client, () -> root, previous);
    this.secrets = new SystemSecrets(client, epochKeys);
    this.vault = new Vault(client, epochKeys, new BlindIndex(client, secrets));
    EventSerializer serializer = new EventSerializer();
    this.appender = new Appender(pool, serializer, Clock.systemUTC(), List.of(), Optional::empty);
    this.axon =
        LedgerAxon.configure(
                pool,
                serializer,
                appender,
                () -> registers().build(),
                subject -> new SubjectReader.Seen(Optional.empty(), registers().build()),
                new Deadlines(WorkingDays.shipped()),
                Clock.systemUTC(),
                NoTransactionManager.INSTANCE)
            .start();
    Commands commands = LedgerAxon.commands(axon);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    this.epochs = new Epochs(client);
    this.rotation =
        new EpochRotation(pool, transactions, epochKeys, secrets, commands, Clock.systemUTC());
    this.rewrapping = new Rewrapping(new JdbcTemplate(pool), transactions, epochKeys, epochs);
    this.rootKeys = new RootKeyReplacement(client, epochKeys, commands, Clock.systemUTC());
  }

  void rotate() {
    rotation.begin();
    rotation.goOn();
  }

  /** Registers somebody; a node that has not heard of a new epoch yet hears of it and goes on. */
  SubjectId registered(String name) {
    SubjectId subject = SubjectId.random();
    for (; ; ) {
      try {
        Deposit deposit = vault.register(subject);
        deposit.put(NAME, name.getBytes(StandardCharsets.UTF_8));
        append(deposit.writes());
        return subject;
      } catch (ConstraintViolated stale) {
        if (!stale.constraint().equals(EpochKeys.CONSTRAINT)) {
          throw stale;
        }
        epochKeys.refresh();
      }
    }
  }

  /** Registers many at once. */
  List<SubjectId> registered(int many) {
    List<SubjectId> subjects = new ArrayList<>();
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      SubjectId subject = SubjectId.random();
      Deposit deposit = vault.register(subject);
      deposit.put(NAME, subject.toString().getBytes(StandardCharsets.UTF_8));
      writes.addAll(deposit.writes());
      subjects.add(subject);
    }
    append(writes);
    return subjects;
  }

  void destroy(SubjectId subject) {
    append(vault.erase(subject));
  }

  /** Writes in the turn of an append, as a command does. */
  void append(List<Write> writes) {
    appender.append(List.of(), new Attachment(List.of(), appended -> writes));
  }

  String nameOf(SubjectId subject) {
    byte[] name = vault.read(subject).get(NAME);
    return name == null ? "" : new String(name, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    axon.shutdown();
    appender.close();
    pool.close();
  }
}
