package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.personaldata.IdentifierKind.EMAIL;
import static org.consentledger.core.personaldata.IdentifierKind.PHONE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.EpochKeys;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.personaldata.RootKey;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.subject.RegistrationEvent.SubjectRegistered;
import org.consentledger.core.testing.Samples;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that share a transaction do not change what each of them writes. */
class SharedTransactionTest {

  @TempDir Path folder;
  private TestDatabase database;
  private AppendTransaction transaction;
  private BlindIndex index;
  private Vault vault;

  @BeforeEach
  void prepare() {
    database = TestDatabase.create();
    JdbcClient client = database.programClient();
    RootKey rootKey = RootKey.create(folder.resolve("root-key.json"));
    EpochKeys epochKeys = EpochKeys.open(client, () -> rootKey);
    index = new BlindIndex(client, new SystemSecrets(client, epochKeys));
    vault = new Vault(client, epochKeys, index);
    transaction =
        new AppendTransaction(
            database.program(),
            new EventSerializer(),
            Clock.systemUTC(),
            List.of(),
            AppendObserver.NONE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Deposit registration(SubjectId subject, String email) {
    return filled(vault.register(subject), EMAIL, email);
  }

  private static Deposit filled(Deposit deposit, IdentifierKind kind, String value) {
    deposit.put(kind.category(), value.getBytes(StandardCharsets.UTF_8));
    deposit.index(kind, value);
    return deposit;
  }

  private static AppendTransaction.Entry command(Deposit deposit) {
    return new AppendTransaction.Entry(
        List.of(registered(SubjectId.random())),
        new Attachment(deposit.writes(), appended -> List.of()));
  }

  private static DomainEventMessage<?> registered(SubjectId subject) {
    return new GenericDomainEventMessage<>(
        "DataSubject",
        subject.toString(),
        0,
        new SubjectRegistered(subject, null, null, null, Samples.set(), null, false, Samples.NOW));
  }

  @Test
  void a_new_address_finds_its_subject_though_somebody_else_is_registered_beside()
      throws SQLException {
    SubjectId moved = SubjectId.random();
    SubjectId newcomer = SubjectId.random();
    transaction.commit(List.of(command(registration(moved, "old@example.kz"))));

    transaction.commit(
        List.of(
            command(registration(newcomer, "newcomer@example.kz")),
            command(filled(vault.rectify(moved), EMAIL, "new@example.kz"))));

    assertThat(index.find(EMAIL, "new@example.kz")).contains(moved);
    assertThat(index.find(EMAIL, "old@example.kz")).isEmpty();
    assertThat(index.find(EMAIL, "newcomer@example.kz")).contains(newcomer);
  }

  @Test
  void an_address_that_is_confirmed_finds_its_subject_though_somebody_else_is_registered_beside()
      throws SQLException {
    SubjectId same = SubjectId.random();
    transaction.commit(List.of(command(registration(same, "same@example.kz"))));

    transaction.commit(
        List.of(
            command(registration(SubjectId.random(), "newcomer@example.kz")),
            command(filled(vault.rectify(same), EMAIL, "same@example.kz"))));

    assertThat(index.find(EMAIL, "same@example.kz")).contains(same);
  }

  @Test
  void two_kinds_of_identifiers_are_replaced_together() throws SQLException {
    SubjectId subject = SubjectId.random();
    Deposit first = registration(subject, "old@example.kz");
    transaction.commit(List.of(command(filled(first, PHONE, "+77011234567"))));

    Deposit second = filled(vault.rectify(subject), EMAIL, "new@example.kz");
    transaction.commit(List.of(command(filled(second, PHONE, "+77017654321"))));

    assertThat(index.find(EMAIL, "new@example.kz")).contains(subject);
    assertThat(index.find(PHONE, "+77017654321")).contains(subject);
    assertThat(index.find(EMAIL, "old@example.kz")).isEmpty();
    assertThat(index.find(PHONE, "+77011234567")).isEmpty();
  }

  @Test
  void an_outcome_names_its_own_events_and_the_position_of_the_last() throws SQLException {
    List<Appended> outcomes =
        transaction
            .commit(
                List.of(
                    command(registration(SubjectId.random(), "a@example.kz")),
                    new AppendTransaction.Entry(List.of(), Attachment.none()),
                    command(registration(SubjectId.random(), "b@example.kz"))))
            .stream()
            .map(outcome -> outcome.orElseThrow().appended())
            .toList();

    assertThat(outcomes).extracting(Appended::position).containsExactly(1L, 1L, 2L);
    assertThat(outcomes.get(1).eventIds()).isEmpty();
    List<UUID> stored =
        database
            .ownerClient()
            .sql("select event_id from event order by position")
            .query(UUID.class)
            .list();
    assertThat(stored)
        .containsExactly(
            outcomes.getFirst().eventIds().getFirst(), outcomes.getLast().eventIds().getFirst());
  }

  @Test
  void of_two_commands_with_one_key_in_one_transaction_the_first_has_effect() throws SQLException {
    transaction.commit(List.of(answering("01", "long ago")));

    List<Optional<Attachment.Outcome>> outcomes =
        transaction.commit(
            List.of(
                answering("01", "again"),
                answering("02", "first"),
                answering("02", "at the same time"),
                answering("03", "another")));

    assertThat(outcomes.stream().map(Optional::isPresent))
        .containsExactly(false, true, false, true);
    assertThat(
            outcomes.stream()
                .flatMap(Optional::stream)
                .map(outcome -> outcome.answer().orElseThrow().body()))
        .containsExactly("first", "another");
    assertThat(
            database
                .ownerClient()
                .sql("select body from idempotency order by key_digest")
                .query(String.class)
                .list())
        .containsExactly("long ago", "first", "another");
    assertThat(
            database
                .ownerClient()
                .sql("select max(position) from event")
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  private static AppendTransaction.Entry answering(String key, String body) {
    return new AppendTransaction.Entry(
        List.of(registered(SubjectId.random())),
        Attachment.answering(
            List.of(), key, appended -> new KeptAnswer(key, "ff", 201, body, null)));
  }
}
