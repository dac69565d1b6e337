package org.consentledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.log.LogUnderTest.event;
import static org.consentledger.core.log.LogUnderTest.sealAll;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.CommittedEvent;
import org.consentledger.core.log.entry.Commitment;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.GenesisEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.merkle.EntryBundle;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.NaiveTree;
import org.consentledger.core.log.merkle.ProofVerifier;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.note.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

  @TempDir private Path folder;
  private LogUnderTest ledger;

  @BeforeEach
  void prepare() {
    ledger = new LogUnderTest(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 254, 255, 256, 511, 700})
  void promise_5_the_tiles_and_the_root_are_those_of_the_entries(int events) {
    ledger.append(events);
    Sealer sealer = ledger.sealer();
    sealer.open();
    sealAll(sealer);

    long size = events + 1L;
    NaiveTree naive = new NaiveTree(ledger.entries());
    Checkpoint checkpoint = ledger.checkpoints().getLast();
    assertThat(checkpoint.size()).isEqualTo(size);
    assertThat(checkpoint.root()).isEqualTo(naive.root(0, (int) size));
    for (TilePath path : TilePath.all(size).toList()) {
      byte[] content = ledger.log().tile(path).orElseThrow();
      if (path.isEntries()) {
        int first = (int) path.index() * TilePath.FULL;
        assertThat(EntryBundle.entries(content))
            .containsExactlyElementsOf(ledger.entries().subList(first, first + path.width()));
      } else {
        assertThat(content)
            .as("%s", path)
            .isEqualTo(naive.hashes(path.level(), path.index(), path.width()));
      }
    }
  }

  @Test
  void a_leaf_commits_to_what_is_stored_and_the_answer_told_the_same() {
    Appended appended = ledger.append(event(UUID.randomUUID(), 0));
    Sealer sealer = ledger.sealer();
    sealer.open();
    sealAll(sealer);

    CommittedEvent told = appended.events().getFirst();
    EventEntry leaf = (EventEntry) LogEntry.parse(ledger.entries().getLast());
    assertThat(leaf.payload()).isEqualTo(told.payload());
    assertThat(leaf.metadata()).isEqualTo(told.metadata());
    assertThat(leaf.eventId()).isEqualTo(told.eventId());
    assertThat(leaf.recordedAt()).isEqualTo(appended.recordedAt());
    assertThat(
            ledger
                .database
                .ownerClient()
                .sql("select payload::text, salt from event join event_salt using (position)")
                .query(
                    (row, number) ->
                        new Commitment()
                            .payload(
                                row.getBytes("salt"),
                                row.getString("payload").getBytes(StandardCharsets.UTF_8)))
                .single())
        .isEqualTo(told.payload());
  }

  @Test
  void the_log_begins_with_its_name_and_its_key_and_never_with_nothing() {
    Sealer sealer = ledger.sealer();
    sealer.open();
    assertThat(ledger.log().checkpoint()).isEmpty();
    sealer.sign(Duration.ZERO);

    GenesisEntry genesis = (GenesisEntry) LogEntry.parse(ledger.entries().getFirst());
    assertThat(genesis.origin()).isEqualTo(LogUnderTest.ORIGIN);
    assertThat(ledger.log().keys()).containsExactly(genesis.verifierKey());
    assertThat(ledger.checkpoints()).extracting(Checkpoint::size).containsExactly(1L);
  }

  @Test
  void only_what_is_signed_is_served_and_of_a_partial_tile_every_width_that_once_was() {
    Sealer sealer = ledger.sealer();
    sealer.open();
    ledger.append(300);
    sealAll(sealer);
    ledger.append(10);
    sealer.seal();

    assertThat(ledger.log().tile(TilePath.parse("tile/0/001.p/45"))).isPresent();
    assertThat(ledger.log().tile(TilePath.parse("tile/0/001.p/1"))).isPresent();
    assertThat(ledger.log().tile(TilePath.parse("tile/0/000.p/200"))).isPresent();
    assertThat(ledger.log().tile(TilePath.parse("tile/0/001.p/46"))).isEmpty();
    assertThat(ledger.log().tile(TilePath.parse("tile/0/001"))).isEmpty();
    assertThat(ledger.log().tile(TilePath.parse("tile/entries/001.p/46"))).isEmpty();
    assertThat(ledger.log().tile(TilePath.parse("tile/1/000.p/2"))).isEmpty();
    assertThat(ledger.log().tile(TilePath.parse("tile/63/000"))).isEmpty();
  }

  @Test
  void an_event_is_proven_once_it_is_signed() {
    Sealer sealer = ledger.sealer();
    sealer.open();
    ledger.append(20);
    UUID event = ledger.append(event(UUID.randomUUID(), 0)).eventIds().getFirst();
    assertThat(ledger.log().proof(event)).isEqualTo(new TransparencyLog.Proof.NotSignedYet());
    assertThat(ledger.log().proof(UUID.randomUUID()))
        .isEqualTo(new TransparencyLog.Proof.NoSuchEvent());

    sealAll(sealer);

    TransparencyLog.Proof.Included included =
        (TransparencyLog.Proof.Included) ledger.log().proof(event);
    Hash leaf = new Hasher().leaf(ledger.entries().getLast());
    assertThat(included.proof().verify(leaf, ledger.log().keys()).size()).isEqualTo(22);
    assertThat(included.proof().index()).isEqualTo(21);
  }

  @Test
  void each_checkpoint_is_consistent_with_each_before_it() {
    Sealer sealer = ledger.sealer();
    sealer.open();
    for (int i = 0; i < 12; i++) {
      ledger.append(1 + i * 7);
      sealAll(sealer);
    }
    Proofs proofs = new Proofs(new StoredTiles(ledger.client()));
    List<Checkpoint> all = ledger.checkpoints();
    assertThat(all).hasSize(12);
    for (Checkpoint older : all) {
      for (Checkpoint newer : all.subList(all.indexOf(older), all.size())) {
        assertThat(
                new ProofVerifier()
                    .verifyConsistency(
                        older.size(),
                        newer.size(),
                        older.root(),
                        newer.root(),
                        proofs.consistency(older.size(), newer.size())))
            .isTrue();
      }
    }
  }

  @Test
  void a_database_that_was_set_back_is_neither_sealed_nor_signed() {
    Sealer sealer = ledger.sealer();
    sealer.open();
    ledger.append(3);
    sealAll(sealer);
    try (LogUnderTest restored = new LogUnderTest(folder)) {
      restored.copies.addAll(ledger.copies);
      Sealer behind = restored.sealer();

      assertThatThrownBy(behind::open)
          .isInstanceOf(LogUnusable.class)
          .hasMessageContaining("ends after 0 leaves")
          .hasMessageContaining("speaks of 4")
          .hasMessageContaining("ledger reimport");
      assertThat(restored.entries()).isEmpty();
    }
  }

  @Test
  void a_database_that_is_set_back_while_it_runs_is_not_signed_either() {
    Sealer sealer = ledger.sealer();
    sealer.open();
    ledger.append(3);
    sealAll(sealer);
    tamper(
        "delete from ledger_checkpoint; delete from ledger_leaf where leaf_index > 1;"
            + " delete from event where position > 1; delete from event_salt where position > 1");
    ledger.append(5);

    assertThatThrownBy(() -> sealAll(sealer))
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("older state was restored");
  }

  @Test
  void leaves_that_were_changed_are_not_signed_again() {
    Sealer sealer = ledger.sealer();
    sealer.open();
    ledger.append(3);
    sealAll(sealer);
    tamper(
        "update ledger_leaf set entry = convert_to(replace(convert_from(entry, 'UTF8'),"
            + " '\"seq\":0', '\"seq\":1'), 'UTF8') where leaf_index = 2");

    assertThatThrownBy(() -> ledger.sealer().open())
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("history was changed");
  }

  @Test
  void a_lost_key_file_stops_the_log_with_a_sentence() throws Exception {
    ledger.sealer().open();
    Files.delete(ledger.keyFile.path());
    Sealer again = ledger.sealer();
    again.open();

    assertThatThrownBy(() -> again.sign(Duration.ZERO))
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("is missing")
        .hasMessageContaining(ledger.keyFile.path().toString());
    assertThat(ledger.keyFile.path()).doesNotExist();
  }

  @Test
  void another_key_file_stops_the_log_with_a_sentence() {
    ledger.sealer().open();
    LogKeys other = new LogKeys(new StoredLog(ledger.client()), ledger.keyFile);
    other.endChange(other.beginChange());
    Sealer again = ledger.sealer();
    again.open();

    assertThatThrownBy(() -> again.sign(Duration.ZERO))
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("does not hold the key");
  }

  private void tamper(String statements) {
    ledger
        .database
        .ownerClient()
        .sql(
            """
            alter table event disable trigger only_added_to;
            alter table ledger_leaf disable trigger only_added_to;
            alter table ledger_checkpoint disable trigger only_added_to;
            """
                + statements)
        .update();
  }
}
