package org.consentledger.projections.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.log.CheckpointCopies;
import org.consentledger.core.log.LogKeyFile;
import org.consentledger.core.log.Sealer;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.verify.Anchors;
import org.consentledger.core.log.verify.ArchiveVerifier;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An export is one snapshot, wherever seal and history are while it is made. */
class SnapshotTest {

  private static final ExportScope WHOLE = new ExportScope(null, null, null, null, new TreeSet<>());

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static LedgerUnderTest ledger;
  private static Sealer sealer;

  @BeforeAll
  static void prepare() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.startWithoutFollowing(database).withSampleRegisters();
    sealer =
        new Sealer(
            ledger.database(),
            ledger.transactions(),
            new LogKeyFile(folder.resolve("log-key")),
            new NoCopies(),
            Clock.systemUTC(),
            "ledger.example/log");
    sealer.open();
  }

  @AfterAll
  static void close() {
    ledger.close();
    database.close();
  }

  /** Nobody keeps checkpoints: an archive is checked without them. */
  private static final class NoCopies implements CheckpointCopies {

    @Override
    public List<SignedNote> known() {
      return List.of();
    }

    @Override
    public void keep(SignedNote checkpoint) {
      // Nowhere.
    }
  }

  private static void seal() {
    while (sealer.seal()) {
      // more
    }
    sealer.sign(Duration.ZERO);
  }

  /** The history takes in everything that there is. */
  private static void takeIn() {
    JdbcClient history = JdbcClient.create(database.superuser());
    history
        .sql(
            """
            insert into history (position, name, actor, recorded_at)
            select position, name, 'clerk', recorded_at from event on conflict do nothing
            """)
        .update();
    history
        .sql(
            """
            insert into projection_progress (name, position) select :name, max(position) from event
            on conflict (name) do update set position = excluded.position
            """)
        .param("name", HistoryProjection.NAME)
        .update();
  }

  @Test
  void promise_5_an_archive_waits_for_the_history_of_all_that_its_checkpoint_speaks_of()
      throws Exception {
    Person.registered(ledger);
    seal();
    Path archive = folder.resolve("archive.zip");
    AtomicInteger looks = new AtomicInteger();

    new Exporter(
            ledger.database(),
            new TransparencyLog(ledger.database()),
            ledger.progress(),
            Clock.systemUTC())
        .write(
            ExportFormat.ARCHIVE,
            WHOLE,
            archive,
            (written, all) -> {
              if (looks.incrementAndGet() == 1) { // what is new is sealed before it is taken in
                takeIn();
                Person.registered(ledger);
                seal();
              }
            });

    Anchors none = new Anchors(Optional.empty(), List.of(), List.of());
    assertThat(new ArchiveVerifier(none, (done, all) -> {}).verify(archive).findings()).isEmpty();
  }
}
