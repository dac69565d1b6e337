package org.consentledger.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup of the vault is worth after a destruction: before and after the epoch is over. */
class EpochBackupTest {

  private static final List<String> TABLES =
      List.of("root_key", "epoch_key", "subject_key", "personal_data", "system_secret");

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
  void promise_6_the_copies_of_a_destroyed_persons_rows_open_until_the_epoch_is_over() {
    SubjectId subject = node.registered("Гүлнұр");
    backUp();
    node.destroy(subject);

    restore("subject_key", subject);
    restore("personal_data", subject);
    assertThat(node.nameOf(subject)).as("a backup undoes the destruction").isEqualTo("Гүлнұр");
    node.destroy(subject);

    node.rotate();
    restore("subject_key", subject);
    restore("personal_data", subject);
    assertThatThrownBy(() -> node.nameOf(subject)).isInstanceOf(IllegalStateException.class);
    try (VaultNode started = new VaultNode(database, rootKey)) {
      assertThatThrownBy(() -> started.nameOf(subject)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void promise_6_a_whole_old_backup_opens_until_the_root_key_is_replaced_as_well() {
    SubjectId subject = node.registered("Гүлнұр");
    backUp();
    node.destroy(subject);
    assertThat(copies(subject).epochKeyDestroyedAt()).isNull();

    node.rotate();
    assertThat(copies(subject).epochKeyDestroyedAt()).isNotNull();
    assertThat(copies(subject).goneDeadSince()).isEmpty();
    assertThat(openedFromBackup(rootKey, subject)).isEqualTo("Гүлнұр");

    RootKey next = RootKey.create(folder.resolve("next-root-key.json"));
    SubjectId other = node.registered("Ерлан");
    node.close();
    node = new VaultNode(database, next, rootKey);
    assertThat(node.rootKeys.run()).isTrue();
    assertThat(node.rootKeys.run()).as("once").isFalse();
    node.close();
    node = new VaultNode(database, next);
    assertThat(node.nameOf(other)).isEqualTo("Ерлан");
    node.rotate();
    assertThat(node.nameOf(other)).isEqualTo("Ерлан");

    assertThat(copies(subject).goneDeadSince()).isPresent();
    assertThatThrownBy(() -> openedFromBackup(next, subject)).isInstanceOf(VaultUnusable.class);
    assertThatThrownBy(() -> new VaultNode(database, rootKey)).isInstanceOf(VaultUnusable.class);
  }

  @Test
  void copies_are_as_young_as_the_newest_epoch_that_there_was_while_the_key_lived() {
    SubjectId before = node.registered("Әсел");
    node.destroy(before);
    SubjectId meanwhile = node.registered("Ғани");
    node.rotation.begin();
    node.destroy(
        meanwhile); // still under the first epoch; a page that failed may have wrapped it anew
    node.rotation.goOn();
    node.destroy(before); // again, as after a restore: no copy is younger for that

    assertThat(copies(before).epoch()).isEqualTo(1);
    assertThat(copies(meanwhile).epoch()).isEqualTo(2);
    Instant over = Optional.ofNullable(copies(before).epochKeyDestroyedAt()).orElseThrow();
    assertThat(
            node.client
                .sql("select recorded_at = :over from event where name = 'epoch-key.destroyed'")
                .param("over", over.atOffset(java.time.ZoneOffset.UTC))
                .query(Boolean.class)
                .single())
        .as("the log says the same moment")
        .isTrue();
    assertThat(copies(meanwhile).epochKeyDestroyedAt()).isNull();
    assertThat(node.epochs.copiesOfKeyOf(node.registered("Дана"))).isEmpty();
    assertThat(node.epochs.copiesOfKeyOf(SubjectId.random())).isEmpty();

    replaceRootKey();
    assertThat(node.epochs.goneDeadSince(1)).isPresent();
    assertThat(node.epochs.goneDeadSince(2)).as("it lives on under the new root key").isEmpty();
    node.rotate();
    assertThat(node.epochs.goneDeadSince(2)).as("that is in backups as well").isEmpty();
    assertThat(node.epochs.goneDeadSince(17)).isEmpty();
  }

  @Test
  void after_an_older_database_was_restored_no_number_is_used_again() {
    SubjectId subject = node.registered("Бақыт");
    backUp();
    node.rotate();
    node.rotate();
    replaceRootKey();
    node.close();
    for (String table : TABLES) {
      database.ownerClient().sql("alter table vault." + table + " disable trigger user").update();
    }
    database
        .ownerClient()
        .sql(
            "truncate vault.epoch_key, vault.root_key, vault.subject_key, vault.personal_data,"
                + " vault.system_secret")
        .update();
    for (String table : TABLES) {
      database
          .ownerClient()
          .sql("insert into vault." + table + " select * from backup." + table)
          .update();
      database.ownerClient().sql("alter table vault." + table + " enable trigger user").update();
    }

    node = new VaultNode(database, rootKey); // the history has more than the vault
    assertThat(node.nameOf(subject)).isEqualTo("Бақыт");
    node.rotate();
    assertThat(node.epochs.list()).extracting(Epochs.Epoch::epoch).containsExactly(1, 4);
    assertThat(node.nameOf(subject)).isEqualTo("Бақыт");
    assertThat(node.epochs.goneDeadSince(2)).isEmpty();
    replaceRootKey();
    assertThat(
            node.client
                .sql("select generation from vault.root_key order by 1")
                .query(Integer.class)
                .list())
        .containsExactly(1, 3);
  }

  private void replaceRootKey() {
    RootKey next = RootKey.create(folder.resolve(SubjectId.random() + ".json"));
    node.close();
    node = new VaultNode(database, next, rootKey);
    assertThat(node.rootKeys.run()).isTrue();
  }

  private Epochs.KeyCopies copies(SubjectId subject) {
    return node.epochs.copiesOfKeyOf(subject).orElseThrow();
  }

  /** Copies of all rows of the vault, as a dump has them. */
  private void backUp() {
    database.ownerClient().sql("create schema backup").update();
    for (String table : TABLES) {
      database
          .ownerClient()
          .sql("create table backup." + table + " as select * from vault." + table)
          .update();
    }
  }

  /** Puts one person's rows back beside what is there today, by somebody whom nothing stops. */
  private void restore(String table, SubjectId subject) {
    database.ownerClient().sql("alter table vault." + table + " disable trigger user").update();
    database
        .ownerClient()
        .sql("delete from vault." + table + " where subject_id = :subject")
        .param("subject", subject.value())
        .update();
    database
        .ownerClient()
        .sql(
            "insert into vault."
                + table
                + " select * from backup."
                + table
                + " where subject_id = :subject")
        .param("subject", subject.value())
        .update();
    database.ownerClient().sql("alter table vault." + table + " enable trigger user").update();
  }

  /** A name out of the whole backup, restored into a database of its own. */
  private String openedFromBackup(RootKey root, SubjectId subject) {
    try (TestDatabase restored = TestDatabase.create()) {
      restored.ownerClient().sql("delete from vault.root_key").update();
      for (String table : TABLES) {
        copy(table, restored);
      }
      try (VaultNode reader = new VaultNode(restored, root)) {
        return reader.nameOf(subject);
      }
    }
  }

  private void copy(String table, TestDatabase restored) {
    String rows =
        database
            .ownerClient()
            .sql("select coalesce(json_agg(t), '[]')::text from backup." + table + " t")
            .query(String.class)
            .single();
    restored
        .ownerClient()
        .sql(
            "insert into vault."
                + table
                + " select * from json_populate_recordset(null::vault."
                + table
                + ", :rows::json)")
        .param("rows", rows)
        .update();
  }
}
