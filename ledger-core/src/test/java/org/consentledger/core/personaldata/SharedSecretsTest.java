package org.consentledger.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes over one database, and keys at the edges of their lives. */
class SharedSecretsTest {

  private static final int NODES = 8;

  @TempDir Path folder;
  private TestDatabase database;
  private JdbcClient client;
  private RootKey rootKey;

  @BeforeEach
  void prepare() {
    database = TestDatabase.create();
    client = database.programClient();
    rootKey = RootKey.create(folder.resolve("keys").resolve("root-key.json"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nodes_that_start_at_the_same_time_agree_on_epoch_key_and_secrets() throws Exception {
    assertThat(EpochKeys.isFresh(client)).isTrue();
    CyclicBarrier start = new CyclicBarrier(NODES);
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
      for (int i = 0; i < NODES; i++) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  SystemSecrets secrets =
                      new SystemSecrets(client, EpochKeys.open(client, () -> rootKey));
                  byte[] hash = new KeyedHash(secrets, "requests").of("value");
                  return new String(hash, StandardCharsets.ISO_8859_1);
                }));
      }
    }
    List<String> hashes = new ArrayList<>();
    for (Future<String> answer : answers) {
      hashes.add(answer.get());
    }

    assertThat(hashes).hasSize(NODES).containsOnly(hashes.getFirst());
    assertThat(EpochKeys.isFresh(client)).isFalse();
    assertThat(client.sql("select count(*) from vault.epoch_key").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void what_one_node_seals_another_node_opens() {
    SubjectId subject = SubjectId.random();
    Category name = new Category("FULL_NAME");
    Deposit deposit = vault().register(subject);
    deposit.put(name, bytes("Ұлжан"));
    UUID letter = deposit.document(bytes("a letter"));
    write(deposit.writes());

    assertThat(vault().read(subject).get(name)).isEqualTo(bytes("Ұлжан"));
    assertThat(vault().documents(subject, List.of(letter, UUID.randomUUID())))
        .containsOnlyKeys(letter)
        .hasEntrySatisfying(letter, it -> assertThat(it).isEqualTo(bytes("a letter")));
  }

  @Test
  void a_document_does_not_open_for_another_subject() {
    Vault vault = vault();
    SubjectId owner = registered(vault);
    SubjectId other = registered(vault);
    Deposit deposit = vault.deposit(owner);
    UUID letter = deposit.document(bytes("a letter"));
    write(deposit.writes());
    assertThat(vault.documents(other, List.of(letter))).isEqualTo(Map.of());

    client
        .sql("update vault.document set subject_id = :other")
        .param("other", other.value())
        .update();

    assertThatThrownBy(() -> vault.documents(other, List.of(letter)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_key_that_is_moved_to_another_subject_does_not_open() {
    Vault vault = vault();
    SubjectId one = registered(vault);
    SubjectId other = registered(vault);

    client
        .sql(
            """
            update vault.subject_key set wrapped_key =
              (select wrapped_key from vault.subject_key where subject_id = :one)
            where subject_id = :other
            """)
        .param("one", one.value())
        .param("other", other.value())
        .update();

    assertThatThrownBy(() -> vault.read(other)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void clause_2_14_nothing_is_put_in_after_the_key_was_destroyed() {
    Vault vault = vault();
    SubjectId subject = registered(vault);
    write(vault.erase(subject));

    assertThatThrownBy(() -> vault.rectify(subject).put(new Category("EMAIL"), bytes("x")))
        .isInstanceOfSatisfying(
            Refused.class,
            it -> assertThat(it.refusal()).isEqualTo(new Refusal.SubjectDestroyed()));
    assertThatThrownBy(() -> vault.deposit(subject).document(bytes("x")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void clause_2_14_erasing_twice_ends_the_same_and_erasing_a_stranger_leaves_a_tombstone() {
    Vault vault = vault();
    SubjectId subject = registered(vault);
    write(vault.erase(subject));
    write(vault.erase(subject));
    assertThat(vault.keyState(subject)).isEqualTo(KeyState.DESTROYED);

    SubjectId stranger = SubjectId.random();
    write(vault.erase(stranger));
    assertThat(vault.keyState(stranger)).isEqualTo(KeyState.DESTROYED);
    assertThatThrownBy(() -> write(vault.register(stranger).writes()))
        .hasMessageContaining("subject_key_pkey");
  }

  @Test
  void clause_2_14_while_destruction_is_pending_nothing_is_read() {
    Vault vault = vault();
    SubjectId subject = registered(vault);
    client
        .sql("update vault.subject_key set state = 'DESTROY_PENDING' where subject_id = :subject")
        .param("subject", subject.value())
        .update();

    assertThat(vault.keyState(subject)).isEqualTo(KeyState.DESTROY_PENDING);
    assertThatThrownBy(() -> vault.read(subject)).isInstanceOf(Refused.class);
  }

  @Test
  void a_root_key_file_that_is_no_text_stops_the_start_with_a_sentence() throws Exception {
    Path garbage = Files.write(folder.resolve("garbage.json"), new byte[] {-1, -2, 0, -128});
    assertThatThrownBy(() -> RootKey.load(garbage))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining(garbage.toString())
        .hasMessageEndingWith(".");
  }

  @Test
  void a_root_key_is_never_written_over() throws Exception {
    Path file = folder.resolve("keys").resolve("root-key.json");
    String before = Files.readString(file);
    assertThatThrownBy(() -> RootKey.create(file))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining(file.toString());
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void the_root_key_of_the_environment_opens_what_that_of_the_file_sealed() throws Exception {
    SubjectId subject = registered(vault());
    String text = Files.readString(folder.resolve("keys").resolve("root-key.json"));
    RootKey same = RootKey.parse(text, "the environment");

    assertThat(vault(same).read(subject)).isEmpty();
    assertThatThrownBy(() -> RootKey.parse("{}", "the variable LEDGER_ROOT_KEY"))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("the variable LEDGER_ROOT_KEY");
  }

  private Vault vault() {
    return vault(rootKey);
  }

  private Vault vault(RootKey key) {
    EpochKeys epochKeys = EpochKeys.open(client, () -> key);
    return new Vault(
        client, epochKeys, new BlindIndex(client, new SystemSecrets(client, epochKeys)));
  }

  private SubjectId registered(Vault vault) {
    SubjectId subject = SubjectId.random();
    write(vault.register(subject).writes());
    return subject;
  }

  private void write(List<Write> writes) {
    for (Write write : writes) {
      client.sql(write.sql()).params(write.parameters()).update();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
