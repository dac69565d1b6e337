package org.consentledger.core.personaldata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where personal data lives, as ciphertext under a key for each subject, and where it ends. */
public final class Vault {

  /** The owner of what is the operator's own: its profile, the texts of policies and purposes. */
  public static final SubjectId OPERATOR = new SubjectId(new UUID(0, 0));

  static final String DOCUMENT = "document/";

  private final JdbcClient database;
  private final EpochKeys epochKeys;
  private final BlindIndex index;

  /** Opens the vault of this database. */
  public Vault(JdbcClient database, EpochKeys epochKeys, BlindIndex index) {
    this.database = database;
    this.epochKeys = epochKeys;
    this.index = index;
    makeKeyOfOperator();
  }

  private void makeKeyOfOperator() {
    if (keyState(OPERATOR) == KeyState.NEVER) {
      Write mint = SubjectKey.mint(OPERATOR, epochKeys).write();
      database.sql(mint.sql() + " on conflict do nothing").params(mint.parameters()).update();
    }
  }

  /** Begins a deposit for a subject who is new, with a new key. */
  public Deposit register(SubjectId subject) {
    SubjectKey.Minted minted = SubjectKey.mint(subject, epochKeys);
    return new Deposit(subject, minted::key, List.of(minted.write()), Map.of(), index);
  }

  /**
   * Begins a deposit for a request that is new, with a key of its own. Once it is known whose
   * request it is, the key ends with that person's data.
   */
  public Deposit open(RequestId request) {
    return register(owner(request));
  }

  /** Begins a deposit for a request that is known. */
  public Deposit deposit(RequestId request) {
    return deposit(owner(request));
  }

  /**
   * Reads what is sealed for a request, by references; what is gone is left out.
   *
   * @throws Refused where it has ended with the person's data
   */
  public Map<UUID, byte[]> documents(RequestId request, Collection<UUID> references) {
    return documents(owner(request), references);
  }

  /** Whether something can be sealed for a request: it has not ended with the person's data. */
  public boolean takes(RequestId request) {
    return keyState(owner(request)) == KeyState.ACTIVE;
  }

  /** An owner of what is sealed is named by a random identifier, whether it is a person or not. */
  private static SubjectId owner(RequestId request) {
    return new SubjectId(request.value());
  }

  /** The statement that makes what is sealed for a request end with a person's data. */
  Write bind(RequestId request, SubjectId subject) {
    return Write.any(
        "update vault.subject_key set belongs_to = ? where subject_id = ?",
        subject.value(),
        request.value());
  }

  /**
   * Begins a deposit for a subject who is known. The key is only fetched if something is put in.
   */
  public Deposit deposit(SubjectId subject) {
    return new Deposit(subject, () -> key(subject), List.of(), Map.of(), index);
  }

  /** Begins a deposit that replaces data of a subject: what is put in gets the next version. */
  public Deposit rectify(SubjectId subject) {
    Map<String, Integer> versions = new HashMap<>();
    database
        .sql(
            """
            select field, max(version) as version from vault.personal_data where subject_id = :subject group by field
            """)
        .param("subject", subject.value())
        .query(
            row -> {
              versions.put(row.getString("field"), row.getInt("version"));
            });
    return new Deposit(subject, () -> key(subject), List.of(), versions, index);
  }

  /**
   * Reads the newest version of all personal data of a subject. Whoever shows it to a person
   * records that first.
   *
   * @throws Refused where nobody is registered, or the key was destroyed
   */
  public SortedMap<Category, byte[]> read(SubjectId subject) {
    SubjectKey key = key(subject);
    SortedMap<Category, byte[]> content = new TreeMap<>();
    database
        .sql(
            """
            select distinct on (field) field, version, ciphertext from vault.personal_data
            where subject_id = :subject order by field, version desc
            """)
        .param("subject", subject.value())
        .query(
            row -> {
              String field = row.getString("field");
              content.put(
                  new Category(field),
                  key.open(field, row.getInt("version"), row.getBytes("ciphertext")));
            });
    return content;
  }

  /** Reads documents by their references; those that are gone are left out. */
  public Map<UUID, byte[]> documents(SubjectId owner, Collection<UUID> references) {
    SubjectKey key = key(owner);
    Map<UUID, byte[]> content = new HashMap<>();
    database
        .sql(
            """
            select document_id, ciphertext from vault.document
            where subject_id = :owner and document_id = any(:references)
            """)
        .param("owner", owner.value())
        .param("references", references.toArray(UUID[]::new))
        .query(
            row -> {
              UUID reference = row.getObject("document_id", UUID.class);
              content.put(reference, key.open(DOCUMENT + reference, 1, row.getBytes("ciphertext")));
            });
    return content;
  }

  /** Those of these documents that are still there. */
  public Set<UUID> held(SubjectId owner, Collection<UUID> references) {
    return database
        .sql(
            """
            select document_id from vault.document
            where subject_id = :owner and document_id = any(:references)
            """)
        .param("owner", owner.value())
        .param("references", references.toArray(UUID[]::new))
        .query((row, number) -> row.getObject("document_id", UUID.class))
        .set();
  }

  /** What became of a subject's key. */
  public KeyState keyState(SubjectId subject) {
    return database
        .sql("select state from vault.subject_key where subject_id = :subject")
        .param("subject", subject.value())
        .query(String.class)
        .optional()
        .map(KeyState::valueOf)
        .orElse(KeyState.NEVER);
  }

  /**
   * The statements that leave nothing of a subject's personal data: not the ciphertext, not the
   * key, not the index. The row that says that there was a key stays, so that it is never made
   * again. It keeps the newest epoch that there was while the key lived: no copy of the key is
   * under a later one; see {@link Epochs}.
   */
  List<Write> erase(SubjectId subject) {
    UUID id = subject.value();
    return List.of(
        Write.any("delete from vault.personal_data where subject_id = ?", id),
        Write.any("delete from vault.document where subject_id = ?", id),
        Write.any(
            """
            delete from vault.document
            where subject_id in (select subject_id from vault.subject_key where belongs_to = ?)
            """,
            id),
        Write.any(
            "update vault.subject_key set wrapped_key = null, state = 'DESTROYED' where belongs_to"
                + " = ?",
            id),
        BlindIndex.removal(subject),
        Write.one(
            """
            insert into vault.subject_key as key (subject_id, epoch, wrapped_key, state)
            values (?, (select max(epoch) from vault.epoch_key), null, 'DESTROYED')
            on conflict (subject_id) do update set
              epoch = case key.state when 'DESTROYED' then key.epoch else excluded.epoch end,
              wrapped_key = null, state = 'DESTROYED'
            """,
            id));
  }

  /** The statements that leave nothing of what is sealed for a request. */
  List<Write> erase(RequestId request) {
    return erase(owner(request));
  }

  /** The statements that leave nothing of a subject's data of these categories. */
  List<Write> erase(SubjectId subject, Collection<Category> categories) {
    List<Write> writes = new ArrayList<>();
    for (Category category : categories) {
      writes.add(
          Write.any(
              "delete from vault.personal_data where subject_id = ? and field = ?",
              subject.value(),
              category.value()));
      writes.add(BlindIndex.removal(subject, category));
    }
    return writes;
  }

  private SubjectKey key(SubjectId subject) {
    return UnderEpoch.open(
            epochKeys,
            () -> wrappedKey(subject),
            (epochKey, wrapped) -> SubjectKey.unwrap(subject, epochKey, wrapped))
        .orElseThrow(() -> new Refused(noKey(subject)));
  }

  private Optional<UnderEpoch> wrappedKey(SubjectId subject) {
    return database
        .sql(
            """
            select epoch, wrapped_key from vault.subject_key
            where subject_id = :subject and state = 'ACTIVE'
            """)
        .param("subject", subject.value())
        .query((row, number) -> UnderEpoch.of(row, "wrapped_key"))
        .optional();
  }

  private Refusal noKey(SubjectId subject) {
    return switch (keyState(subject)) {
      case NEVER -> new Refusal.SubjectUnknown();
      case ACTIVE, DESTROY_PENDING, DESTROYED -> new Refusal.SubjectDestroyed();
    };
  }
}
