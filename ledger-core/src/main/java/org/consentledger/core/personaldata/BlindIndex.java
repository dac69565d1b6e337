package org.consentledger.core.personaldata;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds subjects by an identifier without keeping the identifier: a keyed hash of its one written
 * form, under a key for each kind.
 */
public final class BlindIndex {

  /** The constraint that an identifier breaks that is somebody else's already. */
  public static final String CONSTRAINT = "blind_index_pkey";

  private final JdbcClient database;
  private final Map<IdentifierKind, KeyedHash> hashes = new EnumMap<>(IdentifierKind.class);

  /** Uses the index of this database, and makes its keys where there are none. */
  public BlindIndex(JdbcClient database, SystemSecrets secrets) {
    this.database = database;
    for (IdentifierKind kind : IdentifierKind.values()) {
      hashes.put(kind, new KeyedHash(secrets, "blind-index/" + kind.name()));
    }
  }

  /**
   * Finds the subject who has this identifier.
   *
   * @param normalised the identifier in its one written form
   */
  public Optional<SubjectId> find(IdentifierKind kind, String normalised) {
    return database
        .sql("select subject_id from vault.blind_index where field = :field and digest = :digest")
        .param("field", kind.name())
        .param("digest", digest(kind, normalised))
        .query(UUID.class)
        .optional()
        .map(SubjectId::new);
  }

  Write entry(IdentifierKind kind, String normalised, SubjectId subject) {
    return Write.one(
        """
        insert into vault.blind_index (field, digest, subject_id) values (?, ?, ?)
        on conflict (subject_id, field) do update set digest = excluded.digest
        """,
        kind.name(),
        digest(kind, normalised),
        subject.value());
  }

  static Write removal(SubjectId subject) {
    return Write.any("delete from vault.blind_index where subject_id = ?", subject.value());
  }

  /** An identifier's category has its name; other categories are in no index. */
  static Write removal(SubjectId subject, Category category) {
    return Write.any(
        "delete from vault.blind_index where subject_id = ? and field = ?",
        subject.value(),
        category.value());
  }

  private byte[] digest(IdentifierKind kind, String normalised) {
    KeyedHash hash = hashes.get(kind);
    if (hash == null) {
      throw new IllegalStateException("There is no hash key for " + kind + ".");
    }
    return hash.of(normalised);
  }
}
