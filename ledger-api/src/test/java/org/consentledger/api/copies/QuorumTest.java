package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.api.copies.CopiesUnderTest.eventually;
import static org.consentledger.api.copies.CopiesUnderTest.witnesses;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consentledger.api.copies.WitnessServer.Fault;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three witnesses, several nodes, and what goes wrong among them. */
class QuorumTest {

  @TempDir private Path folder;
  private final List<WitnessServer> servers = new ArrayList<>();
  private CopiesUnderTest ledger;

  @BeforeEach
  void prepare() {
    ledger = new CopiesUnderTest(folder);
    ledger.start(witnesses()).close();
    for (String name : List.of("w/1", "w/2", "w/3")) {
      WitnessServer server = new WitnessServer(name);
      server.trust(ledger.log.keys());
      servers.add(server);
    }
  }

  @AfterEach
  void close() {
    ledger.close();
    servers.forEach(WitnessServer::close);
  }

  private CopiesProperties all() {
    return witnesses(Duration.ofSeconds(5), servers.toArray(WitnessServer[]::new));
  }

  private boolean holdAll(long size) {
    return servers.stream().allMatch(server -> server.size() == size);
  }

  @Test
  void one_of_three_may_fail_and_two_may_not() {
    servers.get(0).trust(List.of());
    CopiesUnderTest.Node node = ledger.start(all());
    long size = ledger.grow(node, 4).size();
    eventually(() -> node.status.quorum().orElseThrow().isReached());
    ledger.clock.move(Duration.ofHours(1));
    assertThat(node.isUp()).isTrue();

    servers.get(1).trust(List.of());
    ledger.grow(node, 4);
    eventually(() -> ledger.failure(node, 1).equals("NOT_FOUND"));
    assertThat(node.isUp()).as("there are five minutes").isTrue();
    ledger.clock.move(Duration.ofMinutes(6));
    CopiesStatus.QuorumStatus quorum = node.status.quorum().orElseThrow();
    assertThat(node.isUp()).isFalse();
    assertThat(quorum.isReached()).isFalse();
    assertThat(quorum.needed()).isEqualTo(2);
    assertThat(quorum.size()).isEqualTo(size);

    servers.get(0).trust(ledger.log.keys());
    servers.get(1).trust(ledger.log.keys());
    ledger.clock.move(Duration.ofMinutes(6));
    eventually(node::isUp);
  }

  @Test
  void of_two_nodes_one_asks_and_the_other_goes_on_when_it_ends_or_dies() {
    CopiesUnderTest.Node first = ledger.start(all());
    eventually(() -> holdAll(ledger.leaves()));
    CopiesUnderTest.Node second = ledger.start(all());
    ledger.grow(second, 3);
    eventually(() -> holdAll(ledger.leaves()));
    assertThat(holder()).isEqualTo(1);
    first.close();
    ledger.grow(second, 3);
    eventually(() -> holdAll(ledger.leaves()));

    CopiesUnderTest.Node third = ledger.start(all());
    second.crash();
    ledger.grow(third, 3);
    eventually(() -> holdAll(ledger.leaves()));
    servers.forEach(server -> assertThat(server.statuses).doesNotContain(400, 422));
  }

  private int holder() {
    return ledger
        .database
        .ownerClient()
        .sql("select count(holder) from ledger_copy_turn where ends > now()")
        .query(Integer.class)
        .single();
  }

  /** Whatever fails, no witness is ever asked a thing that is not so, and in the end all cosign. */
  @Test
  void promise_5_through_failures_crashes_and_load_all_witnesses_come_to_the_newest_checkpoint() {
    Random random = new Random(4831);
    CopiesUnderTest.Node node = ledger.start(all());
    for (int round = 0; round < 40; round++) {
      Fault[] faults = Fault.values();
      Fault fault = faults[random.nextInt(faults.length)];
      if (fault != Fault.SLOW) {
        servers.get(random.nextInt(3)).faults.add(fault);
      }
      ledger.grow(node, random.nextInt(20));
      ledger.clock.move(Duration.ofSeconds(random.nextInt(60)));
      if (random.nextInt(8) == 0) {
        node.close();
        node = ledger.start(all());
      }
    }
    servers.forEach(server -> server.faults.clear());
    eventually(
        () -> {
          ledger.clock.move(Duration.ofMinutes(6));
          // A witness holds a tree a moment before the ledger keeps its cosignature.
          return holdAll(ledger.leaves())
              && ledger.vouchers.newest().orElseThrow().cosignatures().size() == 3;
        });
    assertThat(node.sealing.refusal()).isEmpty();
    for (WitnessServer server : servers) {
      assertThat(server.statuses).contains(200).doesNotContain(400, 403, 404, 422);
    }
    assertCosignaturesVerify();
  }

  private void assertCosignaturesVerify() {
    List<VerifierKey> keys = new ArrayList<>(ledger.log.keys());
    servers.forEach(server -> keys.add(server.key.cosignatureVerifierKey()));
    List<VouchedCheckpoint> all = ledger.vouchers.after(0, 10_000);
    for (VouchedCheckpoint each : all) {
      assertThat(each.note().open(keys)).hasSize(1 + each.cosignatures().size());
    }
    assertThat(all.getLast().cosignatures()).hasSize(3);
    assertThat(all.stream().mapToInt(each -> each.cosignatures().size()).sum()).isGreaterThan(20);
  }
}
