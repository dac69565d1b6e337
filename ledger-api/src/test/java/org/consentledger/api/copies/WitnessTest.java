package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.api.copies.CopiesUnderTest.eventually;
import static org.consentledger.api.copies.CopiesUnderTest.witnesses;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.copies.WitnessServer.Fault;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {

  @TempDir private Path folder;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private CopiesUnderTest ledger;
  private WitnessServer witness;

  @BeforeEach
  void prepare() {
    ledger = opened(new CopiesUnderTest(folder));
    witness = witness("witness.example/1");
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }

  /** A witness that trusts the key of the log, which is made by a first start. */
  private WitnessServer witness(String name) {
    ledger.start(witnesses()).close();
    WitnessServer made = opened(new WitnessServer(name));
    made.trust(ledger.log.keys());
    return made;
  }

  /** The same key over another history. */
  private CopiesUnderTest other() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.copy(folder.resolve("log-key"), elsewhere.resolve("log-key"));
    return opened(new CopiesUnderTest(elsewhere));
  }

  private boolean isCosignedByAll(WitnessServer... witnesses) {
    List<VerifierKey> keys = new ArrayList<>(ledger.log.keys());
    for (WitnessServer each : witnesses) {
      keys.add(each.key.cosignatureVerifierKey());
    }
    return ledger.log.checkpoint().orElseThrow().note().open(keys).size() == keys.size();
  }

  @Test
  void promise_5_the_served_checkpoint_carries_the_cosignature_of_each_witness() {
    WitnessServer second = witness("witness.example/2");
    CopiesUnderTest.Node node = ledger.start(witnesses(witness, second));

    for (int events : List.of(1, 7, 300, 1)) {
      Checkpoint signed = Checkpoint.open(ledger.grow(node, events).note(), ledger.log.keys());
      eventually(() -> isCosignedByAll(witness, second));
      assertThat(witness.size()).isEqualTo(signed.size());
      assertThat(witness.root()).isEqualTo(signed.root());
    }
    assertThat(witness.statuses).containsOnly(200);
    assertThat(node.status.quorum().orElseThrow().isReached()).isTrue();
    assertThat(node.isUp()).isTrue();
  }

  @Test
  void a_witness_with_two_keys_is_believed_by_the_one_that_was_named() {
    CopiesProperties one = witnesses(witness);
    CopiesUnderTest.Node node =
        ledger.start(
            new CopiesProperties(
                List.of(witness.newerProperties()), one.quorum(), one.copies(), one.timestamps()));

    Checkpoint signed = Checkpoint.open(ledger.grow(node, 7).note(), ledger.log.keys());
    eventually(() -> ledger.vouchers.largestCosignedBy(witness.newer.key()) == signed.size());
    assertThat(ledger.log.checkpoint().orElseThrow().note().open(keys()))
        .contains(witness.newer.key());
    assertThat(ledger.vouchers.largestCosignedBy(witness.key.cosignatureVerifierKey())).isZero();
  }

  private List<VerifierKey> keys() {
    List<VerifierKey> keys = new ArrayList<>(ledger.log.keys());
    keys.add(witness.newer.key());
    return keys;
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SLOW", "FORGETS"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_witness_that_fails_is_asked_again_until_it_cosigns(Fault fault) {
    witness.faults.addAll(List.of(fault, fault, fault));
    CopiesUnderTest.Node node = ledger.start(witnesses(witness));
    ledger.grow(node, 3);
    for (int failures = 1; failures <= 3; failures++) {
      int count = failures;
      eventually(() -> ledger.state(node, 0) != null && ledger.state(node, 0).failures() == count);
      assertThat(ledger.vouchers.newest().orElseThrow().cosignatures()).isEmpty();
      ledger.clock.move(Deliveries.pause(failures));
    }
    eventually(() -> isCosignedByAll(witness));
    eventually(() -> ledger.failure(node, 0).isEmpty()); // told after the cosignature is kept
    assertThat(node.sealing.refusal()).isEmpty();
  }

  @Test
  void pauses_grow_up_to_five_minutes() {
    assertThat(List.of(0, 1, 5, 8, 9, 63).stream().map(Deliveries::pause))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 32L, 256L, 300L, 300L);
  }

  @Test
  void a_witness_that_lost_its_memory_or_knows_more_than_was_kept_is_asked_from_where_it_is() {
    CopiesUnderTest.Node node = ledger.start(witnesses(witness));
    ledger.grow(node, 5);
    eventually(() -> isCosignedByAll(witness));
    witness.faults.add(Fault.FORGETS);
    ledger.grow(node, 5);
    eventually(() -> isCosignedByAll(witness));
    assertThat(witness.statuses).containsSubsequence(200, 409, 200).doesNotContain(422, 400);

    node.close();
    ledger.database.ownerClient().sql("update ledger_copy set size = 2").update();
    CopiesUnderTest.Node next = ledger.start(witnesses(witness));
    ledger.grow(next, 5);
    eventually(() -> isCosignedByAll(witness));
    assertThat(witness.statuses).doesNotContain(422, 400);
  }

  @Test
  void one_that_hangs_holds_up_neither_sealing_nor_the_others() {
    WitnessServer second = witness("witness.example/2");
    witness.faults.add(Fault.SLOW);
    CopiesUnderTest.Node node = ledger.start(witnesses(Duration.ofMillis(500), witness, second));
    ledger.grow(node, 3);
    ledger.grow(node, 3);
    eventually(() -> isCosignedByAll(second));
    eventually(() -> ledger.failure(node, 0).equals("TIMEOUT"));
    witness.enough.countDown();
    ledger.clock.move(Duration.ofSeconds(10));
    eventually(() -> isCosignedByAll(witness, second));
  }

  @Test
  void promise_5_a_database_that_was_set_back_is_told_by_a_witness_and_all_nodes_halt()
      throws Exception {
    ledger.grow(ledger.start(witnesses(witness)), 20);
    eventually(() -> witness.size() == 21);
    CopiesUnderTest restored = other();
    CopiesUnderTest.Node first = restored.start(witnesses(witness));
    CopiesUnderTest.Node second = restored.start(witnesses(witness));

    for (CopiesUnderTest.Node node : List.of(first, second)) {
      eventually(() -> node.sealing.refusal().isPresent());
      assertThat(node.sealing.refusal().get())
          .contains("ends after 1 leaves")
          .contains("that the witness witness.example/1 cosigned")
          .contains("speaks of 21")
          .contains("ledger reimport");
      assertThatThrownBy(() -> restored.grow(node, 1)).isInstanceOf(LedgerHalted.class);
    }
    first.close();
    second.close();
    CopiesUnderTest.Node again = restored.start(witnesses(witness));
    assertThat(again.sealing.refusal()).as("at once, before anybody is asked").isPresent();
  }

  @Test
  void a_halt_ends_when_the_witness_cosigns_or_is_taken_out() throws Exception {
    Hash root = ledger.grow(ledger.start(witnesses()), 2).root();
    witness.hold(99, root);
    CopiesUnderTest.Node node = ledger.start(witnesses(witness));
    eventually(() -> node.sealing.refusal().isPresent());

    CopiesUnderTest.Node without = ledger.start(witnesses());
    assertThat(without.sealing.refusal()).isEmpty();
    without.close();

    witness.hold(3, root);
    ledger.clock.move(Duration.ofMinutes(6));
    eventually(() -> node.sealing.refusal().isEmpty());
    ledger.grow(node, 1);
    eventually(() -> isCosignedByAll(witness));
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 422})
  void promise_5_two_histories_of_one_size_are_a_split_view_and_halt(int answer) throws Exception {
    witness.answerToAnotherRoot = answer;
    ledger.grow(ledger.start(witnesses(witness)), 9);
    eventually(() -> witness.size() == 10);
    CopiesUnderTest fork = other();
    CopiesUnderTest.Node unseen = fork.start(witnesses());
    fork.grow(unseen, 9);
    unseen.close();

    CopiesUnderTest.Node node = fork.start(witnesses(witness));

    eventually(() -> node.sealing.refusal().isPresent());
    assertThat(node.sealing.refusal().get())
        .contains("The first 10 leaves")
        .contains("that the witness witness.example/1 cosigned")
        .contains("history was changed");
    assertThat(fork.failure(node, 0)).isEqualTo("SPLIT_VIEW");
  }

  @Test
  void a_proof_that_does_not_convince_is_told_and_tried_again() throws Exception {
    ledger.grow(ledger.start(witnesses(witness)), 9);
    eventually(() -> witness.size() == 10);
    CopiesUnderTest fork = other();
    CopiesUnderTest.Node unseen = fork.start(witnesses());
    fork.grow(unseen, 12);
    unseen.close();

    CopiesUnderTest.Node node = fork.start(witnesses(witness));

    eventually(() -> fork.failure(node, 0).equals("PROOF_REFUSED"));
    assertThat(fork.vouchers.newest().orElseThrow().cosignatures()).isEmpty();
    fork.clock.move(Duration.ofMinutes(6));
    assertThat(node.isUp()).as("a minority of one is no quorum").isFalse();
  }

  @Test
  void what_the_witness_does_not_trust_or_know_is_told_in_a_word() {
    witness.trust(List.of());
    CopiesUnderTest.Node node = ledger.start(witnesses(witness));
    ledger.grow(node, 1);
    eventually(() -> ledger.failure(node, 0).equals("NOT_FOUND"));
  }
}
