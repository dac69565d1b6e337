package org.consentledger.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTest {

  private static final Category NAME = new Category("FULL_NAME");
  private static final String PLAIN = "Әсел Ғұмарқызы Төлеубаева";

  @TempDir Path folder;
  private TestDatabase database;
  private JdbcClient client;
  private RootKey rootKey;
  private BlindIndex index;
  private Vault vault;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    client = database.programClient();
    rootKey = RootKey.create(folder.resolve("root-key.json"));
    EpochKeys epochKeys = EpochKeys.open(client, () -> rootKey);
    index = new BlindIndex(client, new SystemSecrets(client, epochKeys));
    vault = new Vault(client, epochKeys, index);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(List<Write> writes) {
    for (Write write : writes) {
      client.sql(write.sql()).params(write.parameters()).update();
    }
  }

  private SubjectId named(String name) {
    SubjectId subject = SubjectId.random();
    Deposit deposit = vault.register(subject);
    deposit.put(NAME, bytes(name));
    write(deposit.writes());
    return subject;
  }

  @Test
  void what_is_put_in_comes_out_and_lies_there_as_ciphertext() {
    SubjectId subject = named(PLAIN);

    assertThat(vault.read(subject).get(NAME)).isEqualTo(bytes(PLAIN));
    byte[] stored =
        client.sql("select ciphertext from vault.personal_data").query(byte[].class).single();
    assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain(PLAIN, "Ғұмар");
    assertThat(vault.keyState(subject)).isEqualTo(KeyState.ACTIVE);
    assertThat(vault.keyState(SubjectId.random())).isEqualTo(KeyState.NEVER);
  }

  @Test
  void a_row_that_is_moved_to_another_subject_field_or_version_does_not_open() {
    SubjectId one = named("one");
    SubjectId other = named("other");

    for (String move :
        List.of(
            "update vault.personal_data set version = 2 where subject_id = :one",
            "update vault.personal_data set version = 1, field = 'EMAIL' where subject_id = :one",
            "update vault.personal_data set version = 9, subject_id = :other where subject_id ="
                + " :one")) {
      client.sql(move).param("one", one.value()).param("other", other.value()).update();
      assertThatThrownBy(() -> vault.read(move.contains(":other") ? other : one))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void rectified_data_has_a_new_version_and_the_old_one_stays() {
    SubjectId subject = named("Айгул");
    Deposit deposit = vault.rectify(subject);
    deposit.put(NAME, bytes("Айгүл"));
    write(deposit.writes());

    assertThat(vault.read(subject).get(NAME)).isEqualTo(bytes("Айгүл"));
    assertThat(client.sql("select version from vault.personal_data").query(Integer.class).list())
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void promise_6_what_is_erased_leaves_only_the_word_that_there_was_a_key() {
    SubjectId subject = SubjectId.random();
    Deposit deposit = vault.register(subject);
    deposit.put(NAME, bytes(PLAIN));
    deposit.index(IdentifierKind.EMAIL, "a@example.kz");
    UUID letter = deposit.document(bytes("a letter"));
    write(deposit.writes());
    assertThat(vault.documents(subject, List.of(letter))).containsKey(letter);

    write(vault.erase(subject));

    assertThat(vault.keyState(subject)).isEqualTo(KeyState.DESTROYED);
    for (String table : List.of("personal_data", "document", "blind_index")) {
      assertThat(rows("select count(*) from vault." + table + " where subject_id = :s", subject))
          .as(table)
          .isZero();
    }
    assertThat(
            rows(
                "select count(*) from vault.subject_key where subject_id = :s and wrapped_key is"
                    + " not null",
                subject))
        .isZero();
    assertThatThrownBy(() -> vault.read(subject))
        .isInstanceOfSatisfying(
            Refused.class,
            it -> assertThat(it.refusal()).isEqualTo(new Refusal.SubjectDestroyed()));
    assertThatThrownBy(() -> write(vault.register(subject).writes()))
        .as("a destroyed key is never made again")
        .hasMessageContaining("subject_key_pkey");
  }

  private long rows(String sql, SubjectId subject) {
    return client.sql(sql).param("s", subject.value()).query(Long.class).single();
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, Әсел.Ғ@Example.KZ, ' әсел.ғ@example.kz '",
    "EMAIL, info@пример.қаз, info@ПРИМЕР.ҚАЗ",
    "PHONE, +7 701 123 45 67, 87011234567",
    "PHONE, 8 (701) 123-45-67, +77011234567",
    "IIN, 900101300123, ' 900101300123'"
  })
  void an_identifier_finds_its_subject_however_it_is_written(
      IdentifierKind kind, String written, String asked) {
    SubjectId subject = SubjectId.random();
    Deposit deposit = vault.register(subject);
    deposit.index(kind, kind.normalise(written).orElseThrow());
    write(deposit.writes());

    assertThat(index.find(kind, kind.normalise(asked).orElseThrow())).contains(subject);
    assertThat(
            client
                .sql("select encode(digest, 'escape') from vault.blind_index")
                .query(String.class)
                .single())
        .doesNotContain(written);
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, nobody",
    "EMAIL, a@b@c.kz x",
    "EMAIL, a@localhost",
    "PHONE, abc",
    "PHONE, 12",
    "IIN, 12"
  })
  void what_is_no_identifier_is_told_apart(IdentifierKind kind, String value) {
    assertThat(kind.normalise(value)).isEmpty();
  }

  @Test
  void the_root_key_file_is_for_its_owner_only() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("root-key.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_lost_broken_or_wrong_root_key_stops_the_start_with_a_sentence() throws Exception {
    Path lost = folder.resolve("lost.json");
    assertThatThrownBy(() -> RootKey.load(lost))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining(lost.toString())
        .hasMessageContaining("is missing");

    Path broken = Files.writeString(folder.resolve("broken.json"), "not a key");
    assertThatThrownBy(() -> RootKey.load(broken))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining(broken.toString())
        .hasMessageNotContaining("not a key");

    RootKey wrong = RootKey.create(folder.resolve("wrong.json"));
    assertThatThrownBy(() -> EpochKeys.open(client, () -> wrong))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("wrong.json")
        .hasMessageContaining("is not the one");
  }

  @Test
  void secrets_are_the_same_for_all_nodes_and_after_a_restart() {
    SystemSecrets before = new SystemSecrets(client, EpochKeys.open(client, () -> rootKey));
    RootKey loaded = RootKey.load(folder.resolve("root-key.json"));
    SystemSecrets after = new SystemSecrets(client, EpochKeys.open(client, () -> loaded));

    assertThat(before.loadOrCreate("x", () -> bytes("first"))).isEqualTo(bytes("first"));
    assertThat(after.loadOrCreate("x", () -> bytes("second"))).isEqualTo(bytes("first"));
    assertThat(new KeyedHash(before, "h").of("v")).isEqualTo(new KeyedHash(after, "h").of("v"));
    assertThat(new KeyedHash(before, "h").of("v")).isNotEqualTo(new KeyedHash(after, "i").of("v"));
  }
}
