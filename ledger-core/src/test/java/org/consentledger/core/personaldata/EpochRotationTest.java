package org.consentledger.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.personaldata.Epochs.Epoch;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

/** The key of the epoch is replaced, and everything but the destroyed goes on. */
class EpochRotationTest {

  @TempDir Path folder;
  private TestDatabase database;
  private RootKey rootKey;
  private VaultNode node;

  @BeforeEach
  void prepare() {
    database = TestDatabase.create();
    rootKey = RootKey.create(folder.resolve("root-key.json"));
    node = new VaultNode(database, rootKey);
  }

  @AfterEach
  void close() {
    node.close();
    database.close();
  }

  @Test
  void promise_6_after_a_rotation_all_is_read_under_the_new_key_and_the_old_key_is_gone() {
    SubjectId one = node.registered("Әсел");
    SubjectId destroyed = node.registered("Ерлан");
    byte[] secret = node.secrets.loadOrCreate("x", () -> bytes("secret"));
    node.destroy(destroyed);

    node.rotate();

    try (VaultNode started = new VaultNode(database, rootKey)) {
      assertThat(started.nameOf(one)).isEqualTo("Әсел");
      assertThat(started.secrets.loadOrCreate("x", () -> bytes("other"))).isEqualTo(secret);
      assertThatThrownBy(() -> started.nameOf(destroyed)).isInstanceOf(Refused.class);
      assertThat(started.nameOf(started.registered("Ғани"))).isEqualTo("Ғани");
    }
    assertThat(node.epochs.list())
        .extracting(Epoch::epoch, Epoch::state, Epoch::keys)
        .containsExactly(
            tuple(1, EpochState.DESTROYED, 0L),
            tuple(2, EpochState.CURRENT, 3L)); // one is the operator's
    assertThat(keysOfEpochs()).containsOnlyKeys(2);
    assertThat(node.epochKeys.find(1)).as("not even in memory").isEmpty();
    assertThat(events()).containsExactly("epoch-key.rotated", "epoch-key.destroyed");
  }

  @Test
  void while_nothing_was_destroyed_a_second_request_begins_no_second_rotation() {
    node.rotation.begin();
    node.rotation.begin();
    assertThat(events()).containsExactly("epoch-key.rotated");
    node.rotation.goOn();
    node.rotation.goOn();
    assertThat(events()).containsExactly("epoch-key.rotated", "epoch-key.destroyed");
  }

  @Test
  void a_node_that_did_not_hear_of_the_new_epoch_writes_no_key_under_the_old_one() {
    try (VaultNode stale = new VaultNode(database, rootKey)) {
      node.rotation.begin();

      Deposit deposit = stale.vault.register(SubjectId.random());
      assertThatThrownBy(() -> stale.append(deposit.writes()))
          .isInstanceOfSatisfying(
              ConstraintViolated.class,
              it -> assertThat(it.constraint()).isEqualTo(EpochKeys.CONSTRAINT));
      assertThat(keysUnder(1)).isOne(); // the operator's
      SubjectId heard = stale.registered("Жанар");
      stale.secrets.loadOrCreate("late", () -> bytes("secret"));

      node.rotation.goOn();
      assertThat(stale.nameOf(heard)).isEqualTo("Жанар");
      assertThat(node.secrets.loadOrCreate("late", () -> bytes("other")))
          .isEqualTo(bytes("secret"));
    }
  }

  @Test
  void no_statement_puts_a_key_under_an_epoch_that_is_over_or_destroys_one_in_use() {
    SubjectId subject = node.registered("Айгүл");
    node.rotate();

    assertThatThrownBy(
            () ->
                node.client
                    .sql("update vault.subject_key set epoch = 1 where subject_id = :subject")
                    .param("subject", subject.value())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> node.client.sql("update vault.system_secret set epoch = 1").update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> forget(2)).isInstanceOf(DataIntegrityViolationException.class);
    node.rotation.begin();
    assertThatThrownBy(() -> forget(2)).isInstanceOf(DataIntegrityViolationException.class);
    assertThat(node.nameOf(subject)).isEqualTo("Айгүл");
  }

  @Test
  void an_interrupted_rotation_is_gone_on_with_by_another_node_wherever_it_was() {
    List<SubjectId> subjects = node.registered(1200);
    node.rotation.begin();
    UUID reached = node.rewrapping.page(1, null);
    node.rewrapping.page(1, reached);
    assertThat(keysUnder(1)).isEqualTo(201);
    List<SubjectId> destroyed = subjects.subList(0, 50);
    destroyed.forEach(node::destroy);
    node.close();

    node = new VaultNode(database, rootKey);
    assertThat(node.rewrapping.run(1)).isTrue();
    node.transactions.executeWithoutResult(status -> node.secrets.sealAnew(1));
    forget(1);
    node.close(); // the key is gone, and no event says so yet

    node = new VaultNode(database, rootKey);
    node.rotation.goOn();
    assertThat(events()).containsExactly("epoch-key.rotated", "epoch-key.destroyed");
    for (SubjectId each : subjects.subList(50, 1200)) {
      assertThat(node.nameOf(each)).isEqualTo(each.toString());
    }
    for (SubjectId each : destroyed) {
      assertThat(node.vault.keyState(each)).isEqualTo(KeyState.DESTROYED);
    }
  }

  @Test
  void whoever_reads_the_table_for_long_delays_the_destruction_and_stops_nothing()
      throws Exception {
    SubjectId subject = node.registered("Бақыт");
    try (Connection dump = database.owner().getConnection();
        Statement statement = dump.createStatement()) {
      dump.setAutoCommit(false);
      statement.execute("select * from vault.epoch_key");
      node.rotate();
      assertThat(keysOfEpochs()).containsOnlyKeys(1, 2);
      assertThat(node.nameOf(subject)).isEqualTo("Бақыт");
      assertThat(node.nameOf(node.registered("Дана"))).isEqualTo("Дана");
      dump.rollback();
    }
    node.rotation.goOn();
    assertThat(keysOfEpochs()).containsOnlyKeys(2);
  }

  private SortedMap<Integer, String> keysOfEpochs() {
    SortedMap<Integer, String> keys = new TreeMap<>();
    node.client
        .sql("select epoch, encode(wrapped_key, 'hex') as key from vault.epoch_key")
        .query(
            row -> {
              if (row.getString("key") != null) {
                keys.put(row.getInt("epoch"), row.getString("key"));
              }
            });
    return keys;
  }

  private long keysUnder(int epoch) {
    return node.epochs.keysUnder(epoch);
  }

  private void forget(int epoch) {
    node.client
        .sql("select vault.forget_epoch_key(:epoch)")
        .param("epoch", epoch)
        .query(Boolean.class)
        .single();
  }

  private List<String> events() {
    return node.client
        .sql("select name from event where aggregate_id = 'epoch-keys' order by position")
        .query((row, number) -> row.getString("name"))
        .list();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
