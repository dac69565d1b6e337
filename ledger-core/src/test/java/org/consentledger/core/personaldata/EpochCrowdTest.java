package org.consentledger.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes register, read, correct and destroy while both rotate the epochs again and again. */
class EpochCrowdTest {

  private static final int PEOPLE_BEFORE = 1000;
  private static final int CLIENTS_OF_A_NODE = 6;
  private static final int STEPS = 40;
  private static final int ROTATIONS = 4;

  @TempDir Path folder;
  private final Map<SubjectId, String> names = new ConcurrentHashMap<>();
  private final Map<SubjectId, String> everybody = new ConcurrentHashMap<>();
  private final Queue<SubjectId> destroyed = new ConcurrentLinkedQueue<>();

  @Test
  void promise_6_while_epochs_change_nobody_is_lost_and_nobody_destroyed_comes_back()
      throws Exception {
    RootKey rootKey = RootKey.create(folder.resolve("root-key.json"));
    try (TestDatabase database = TestDatabase.create();
        VaultNode one = new VaultNode(database, rootKey);
        VaultNode other = new VaultNode(database, rootKey)) {
      one.registered(PEOPLE_BEFORE).forEach(each -> names.put(each, each.toString()));
      everybody.putAll(names);
      List<SubjectId> doomed = new ArrayList<>(names.keySet());
      AtomicBoolean busy = new AtomicBoolean(true);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS_OF_A_NODE; i++) {
          List<SubjectId> share = doomed.subList(i * STEPS, (i + 1) * STEPS);
          Random random = new Random(i);
          clients.add(threads.submit(() -> destroyAndRegister(one, share)));
          clients.add(threads.submit(() -> readAndCorrect(other, random)));
        }
        List<Future<?>> rotations =
            List.of(
                threads.submit(() -> rotateWhile(busy, one)),
                threads.submit(() -> rotateWhile(busy, other)));
        try {
          for (Future<?> client : clients) {
            client.get();
          }
        } finally {
          busy.set(false);
        }
        for (Future<?> rotation : rotations) {
          rotation.get();
        }
      }
      one.rotate();

      try (VaultNode started = new VaultNode(database, rootKey)) {
        assertThat(destroyed).hasSize(CLIENTS_OF_A_NODE * STEPS);
        destroyed.forEach(
            each -> assertThat(started.vault.keyState(each)).isEqualTo(KeyState.DESTROYED));
        assertThat(names.keySet()).doesNotContainAnyElementsOf(destroyed);
        names.forEach((subject, name) -> assertThat(started.nameOf(subject)).isEqualTo(name));
        List<Epochs.Epoch> epochs = started.epochs.list();
        assertThat(epochs).hasSizeGreaterThan(ROTATIONS);
        assertThat(epochs.subList(0, epochs.size() - 1))
            .allMatch(it -> it.state() == EpochState.DESTROYED && it.keys() == 0);
        assertThat(epochs.getLast().keys()).isEqualTo(names.size() + 1L);
      }
    }
  }

  private void destroyAndRegister(VaultNode node, List<SubjectId> doomed) {
    for (SubjectId each : doomed) {
      names.remove(each);
      node.destroy(each);
      destroyed.add(each);
      String name = "Тұрғын " + each;
      SubjectId registered = node.registered(name);
      everybody.put(registered, name);
      names.put(registered, name);
    }
  }

  /** Whoever is read has their own name, or is destroyed; there is no third. */
  private void readAndCorrect(VaultNode node, Random random) {
    List<SubjectId> people = new ArrayList<>(names.keySet());
    for (int i = 0; i < STEPS * 3; i++) {
      SubjectId subject = people.get(random.nextInt(people.size()));
      try {
        assertThat(node.nameOf(subject)).isEqualTo(everybody.get(subject));
        Deposit deposit = node.vault.rectify(subject);
        deposit.index(IdentifierKind.EMAIL, subject + "@example.kz");
        deposit.document(subject.toString().getBytes(StandardCharsets.UTF_8));
        node.append(deposit.writes());
      } catch (Refused gone) {
        assertThat(names).doesNotContainKey(subject);
      }
    }
  }

  private static void rotateWhile(AtomicBoolean busy, VaultNode node) {
    for (int i = 0; i < ROTATIONS || busy.get(); i++) {
      node.rotate();
    }
  }
}
