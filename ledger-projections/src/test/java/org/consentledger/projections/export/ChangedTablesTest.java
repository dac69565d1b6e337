package org.consentledger.projections.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.log.CheckpointCopies;
import org.consentledger.core.log.LogKeyFile;
import org.consentledger.core.log.LogUnusable;
import org.consentledger.core.log.Sealer;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.log.verify.Anchors;
import org.consentledger.core.log.verify.ArchiveVerifier;
import org.consentledger.core.log.verify.Finding;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever owns the database server changes its tables, with the triggers taken away: an export
 * tells what was changed and where, or the sealer does at its next start. 271 leaves: one tile is
 * full, and one is not.
 */
class ChangedTablesTest {

  private static final List<String> TABLES =
      List.of(
          "event",
          "event_salt",
          "ledger_leaf",
          "ledger_tile",
          "ledger_key",
          "ledger_checkpoint",
          "ledger_cosignature",
          "ledger_time_stamp");
  private static final ExportScope WHOLE = new ExportScope(null, null, null, null, new TreeSet<>());

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static LedgerUnderTest ledger;
  private static LogKeyFile keyFile;
  private static final List<SignedNote> KEPT = new ArrayList<>();

  @BeforeAll
  static void prepare() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.start(database).withSampleRegisters();
    keyFile = new LogKeyFile(folder.resolve("log-key"));
    for (int i = 3; i < 270; i++) {
      Person.registered(ledger);
    }
    goOn();
    for (String table : TABLES) {
      superuser("create table kept_%s as table %<s".formatted(table));
      superuser("alter table %s disable trigger all".formatted(table));
    }
  }

  @AfterEach
  void restore() {
    KEPT.subList(1, KEPT.size()).clear();
    superuser("truncate " + String.join(", ", TABLES));
    for (String table : TABLES) {
      superuser("insert into %s table kept_%<s".formatted(table));
    }
  }

  @AfterAll
  static void close() {
    ledger.close();
    database.close();
  }

  private static void superuser(String statement) {
    JdbcClient.create(database.superuser()).sql(statement).update();
  }

  /** As a start does: compares with what was signed, seals what is new, and signs. */
  private static void goOn() {
    Sealer sealer =
        new Sealer(
            ledger.database(),
            ledger.transactions(),
            keyFile,
            new CheckpointCopies() {
              @Override
              public List<SignedNote> known() {
                return KEPT.isEmpty() ? List.of() : List.of(KEPT.getLast());
              }

              @Override
              public void keep(SignedNote checkpoint) {
                KEPT.add(checkpoint);
              }
            },
            Clock.systemUTC(),
            "ledger.example/log");
    sealer.open();
    while (sealer.seal()) {
      // more
    }
    sealer.sign(Duration.ZERO);
  }

  private static List<String> found(Anchors anchors) throws IOException {
    Path archive = folder.resolve("archive.zip");
    new Exporter(
            ledger.database(),
            new TransparencyLog(ledger.database()),
            ledger.progress(),
            Clock.systemUTC())
        .write(ExportFormat.ARCHIVE, WHOLE, archive, (written, all) -> {});
    try {
      return new ArchiveVerifier(anchors, (done, all) -> {})
          .verify(archive).findings().stream().map(Finding::toString).toList();
    } finally {
      Files.delete(archive);
    }
  }

  private static Anchors anchors() {
    return new Anchors(Optional.empty(), List.of(KEPT.getFirst()), List.of());
  }

  @Test
  void promise_5_what_was_not_changed_raises_no_alarm() throws Exception {
    goOn();

    assertThat(found(anchors())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a letter of a payload | update event set payload = replace(payload::text, 'newsletter', 'newslettex')::json where position = 100 | PAYLOAD: leaf 100, position 100,
          two payloads swapped  | update event e set payload = o.payload from event o where e.position in (100, 101) and o.position = 201 - e.position | PAYLOAD: leaf 101, position 101,
          a type                | update event set name = 'subject.destroyed' where position = 100 | EVENT: leaf 100, position 100,
          an author             | update event set metadata = replace(metadata::text, 'clerk', 'other')::json where position = 100 | METADATA: leaf 100, position 100,
          a moment              | update event set recorded_at = recorded_at - interval '1 day' where position = 100 | EVENT: leaf 100, position 100,
          an event dropped      | delete from event where position = 100 | LEAF_WITHOUT_EVENT: leaf 100, position 100,
          an event put in place | with gone as (delete from event where position = 100 returning *) insert into event select position, gen_random_uuid(), aggregate_type, gen_random_uuid()::text, sequence, name, revision, recorded_at, payload, metadata from gone | EVENT: leaf 100, position 100,
          all events gone       | truncate event | LEAF_WITHOUT_EVENT: leaf 1, position 1,
          a salt                | update event_salt set salt = set_byte(salt, 7, get_byte(salt, 7) # 1) where position = 100 | PAYLOAD: leaf 100, position 100,
          a salt dropped        | delete from event_salt where position = 100 | LINE: events.ndjson, line 100:
          a bit of a leaf       | update ledger_leaf set entry = set_byte(entry, 9, get_byte(entry, 9) # 1) where leaf_index = 100 | ENTRY: leaf 100:
          two leaves swapped    | update ledger_leaf l set entry = o.entry from ledger_leaf o where l.leaf_index in (100, 101) and o.leaf_index = 201 - l.leaf_index | ENTRY: leaf 101:
          a leaf dropped        | delete from ledger_leaf where leaf_index = 100 | ENTRY: tile/entries/000: it holds 255
          a leaf put at the end | insert into ledger_leaf values (271, null, 'nobody') | ENTRY: leaf 271:
          a hash in a tile      | update ledger_tile set hashes = set_byte(hashes, 3200, get_byte(hashes, 3200) # 1) | ENTRY: leaf 100:
          "a checkpoint's note" | update ledger_checkpoint set note = replace(note, 'ledger.example/log', 'ledger.example/lag') | SIGNATURE: checkpoint:
          """)
  void promise_5_what_was_changed_is_found_in_an_export_with_its_place(
      String what, String change, String found) throws Exception {
    superuser(change);

    goOn();

    assertThat(found(anchors())).as(what).anySatisfy(each -> assertThat(each).startsWith(found));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a bit of a leaf       | update ledger_leaf set entry = set_byte(entry, 9, get_byte(entry, 9) # 1) where leaf_index = 265 | history was changed
          a leaf dropped        | delete from ledger_leaf where leaf_index = 265 | Of tile/0/001.p/15 only 14 hashes are stored
          the end gone          | delete from ledger_leaf where leaf_index > 265 | an older state was restored
          all leaves gone       | truncate ledger_leaf cascade | an older state was restored
          the root of a tile    | update ledger_tile set root = set_byte(root, 1, get_byte(root, 1) # 1) | history was changed
          a tile gone           | truncate ledger_tile | Of tile/1/000.p/1 only 0 hashes are stored
          a signed root         | update ledger_checkpoint set root = set_byte(root, 1, get_byte(root, 1) # 1) | history was changed
          the key gone          | truncate ledger_key | no key of the log is stored
          """)
  void promise_5_what_was_changed_is_found_before_anything_more_is_signed(
      String what, String change, String said) {
    superuser(change);

    assertThatThrownBy(ChangedTablesTest::goOn)
        .as(what)
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining(said);
    assertThat(KEPT).as("what was signed").hasSize(1);
  }

  @Test
  void
      promise_5_another_history_signed_with_the_true_key_fails_against_a_checkpoint_kept_elsewhere()
          throws Exception {
    superuser(
        "update ledger_leaf set entry = convert_to(replace(convert_from(entry, 'UTF8'),"
            + " '\"rev\":\"1\"', '\"rev\":\"2\"'), 'UTF8') where position = 265");
    superuser("update event set revision = '2' where position = 265");
    SignerKey key = SignerKey.parse(Files.readString(keyFile.path()).strip());
    Checkpoint signed = Checkpoint.parse(KEPT.getLast().text());
    Checkpoint other =
        new Checkpoint(
            key.name(),
            signed.size(),
            new Proofs(new TransparencyLog(ledger.database()).tiles()).root(signed.size()));
    JdbcClient.create(database.superuser())
        .sql("update ledger_checkpoint set root = :root, note = :note where size = :size")
        .param("root", other.root().bytes())
        .param("note", other.sign(List.of(key)).format())
        .param("size", signed.size())
        .update();

    assertThat(found(Anchors.none())).as("it is consistent with itself").isEmpty();
    assertThat(found(anchors())).singleElement().asString().contains("CONSISTENCY", "271");
    assertThatThrownBy(ChangedTablesTest::goOn)
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("The first 271 leaves")
        .hasMessageContaining("kept outside the database");
  }
}
