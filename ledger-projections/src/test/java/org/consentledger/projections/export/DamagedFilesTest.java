package org.consentledger.projections.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
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
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A disk returns another bit than it was given: the database server's page checksums find it when
 * the page is read, whatever is stored there, so that no export is made of it.
 */
class DamagedFilesTest {

  private static final int PAGE = 8192;
  private static final ExportScope WHOLE = new ExportScope(null, null, null, null, new TreeSet<>());

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static LedgerUnderTest ledger;

  @BeforeAll
  static void prepare() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.start(database).withSampleRegisters();
    for (int i = 0; i < 100; i++) {
      Person.registered(ledger);
    }
    Sealer sealer =
        new Sealer(
            ledger.database(),
            ledger.transactions(),
            new LogKeyFile(folder.resolve("log-key")),
            new NoCopies(),
            Clock.systemUTC(),
            "ledger.example/log");
    sealer.open();
    while (sealer.seal()) {
      // more
    }
    sealer.sign(Duration.ZERO);
    superuser().sql("create extension pg_buffercache").update();
    superuser().sql("checkpoint").update();
  }

  /** Nobody keeps checkpoints: damage is found without them. */
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

  @AfterAll
  static void close() {
    ledger.close();
    database.close();
  }

  private static JdbcClient superuser() {
    return JdbcClient.create(database.superuser());
  }

  private static Path archive() throws IOException {
    Path archive = folder.resolve("archive.zip");
    new Exporter(
            ledger.database(),
            new TransparencyLog(ledger.database()),
            ledger.progress(),
            Clock.systemUTC())
        .write(ExportFormat.ARCHIVE, WHOLE, archive, (written, all) -> {});
    return archive;
  }

  private static String shown(String expression) {
    return superuser().sql("select " + expression).query(String.class).single();
  }

  /** The page is in the file alone now, and is read from there. */
  private static void evict(String table) {
    superuser()
        .sql("select buffers_skipped from pg_buffercache_evict_relation(:table::regclass)")
        .param("table", table)
        .query(Integer.class)
        .single();
  }

  private static void flip(Path file, long at, int bit) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int was = bytes.read();
      bytes.seek(at);
      bytes.write(was ^ 1 << bit);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "event_salt", "ledger_leaf"})
  void promise_5_a_bit_of_any_page_is_found_and_no_export_is_made_of_it(String table)
      throws Exception {
    Path file =
        Path.of(shown("current_setting('data_directory')"))
            .resolve(shown("pg_relation_filepath('" + table + "')"));
    Random random = new Random(3);
    long pages = Files.size(file) / PAGE;
    assertThat(pages).isPositive();
    for (long page = 0; page < pages; page++) {
      long at = page * PAGE + random.nextInt(PAGE);
      int bit = random.nextInt(Byte.SIZE);
      evict(table);
      flip(file, at, bit);

      assertThatThrownBy(DamagedFilesTest::archive)
          .as("bit %d of byte %d of %s", bit, at, table)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("invalid page in block " + page);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left.map(it -> it.getFileName().toString())).containsExactly("log-key");
      }
      flip(file, at, bit);
    }
    assertSound();
  }

  @Test
  void promise_5_what_was_not_damaged_raises_no_alarm() throws Exception {
    for (String table : List.of("event", "event_salt", "ledger_leaf")) {
      evict(table);
    }
    assertSound();
  }

  private static void assertSound() throws IOException {
    Path archive = archive();
    try {
      assertThat(
              new ArchiveVerifier(
                      new Anchors(Optional.empty(), List.of(), List.of()), (done, all) -> {})
                  .verify(archive)
                  .findings())
          .isEmpty();
    } finally {
      Files.delete(archive);
    }
  }
}
