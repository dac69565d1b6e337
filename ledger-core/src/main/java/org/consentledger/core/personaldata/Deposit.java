package org.consentledger.core.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What one command puts into the vault for one subject. It is sealed here, and written in the
 * transaction of the command's events or not at all.
 */
public final class Deposit {

  private final SubjectId subject;
  private final Supplier<SubjectKey> keys;
  private final Map<String, Integer> versions;
  private final BlindIndex index;
  private final List<Write> writes;
  private @Nullable SubjectKey key;

  Deposit(
      SubjectId subject,
      Supplier<SubjectKey> keys,
      List<Write> first,
      Map<String, Integer> versions,
      BlindIndex index) {
    this.subject = subject;
    this.keys = keys;
    this.versions = versions;
    this.index = index;
    this.writes = new ArrayList<>(first);
  }

  /** Puts a new version of the data of one category in; earlier versions stay. */
  public void put(Category category, byte[] content) {
    String field = category.value();
    int version = versions.getOrDefault(field, 0) + 1;
    writes.add(
        Write.one(
            "insert into vault.personal_data (subject_id, field, version, ciphertext) values (?, ?,"
                + " ?, ?)",
            subject.value(),
            field,
            version,
            key().seal(field, version, content)));
  }

  /** Makes the subject findable by this identifier, instead of an earlier one of the same kind. */
  public void index(IdentifierKind kind, String normalised) {
    writes.add(index.entry(kind, normalised, subject));
  }

  /**
   * Puts a document in: evidence, a letter, a proof of authority.
   *
   * @return the reference by which events name it
   */
  public UUID document(byte[] content) {
    UUID reference = UUID.randomUUID();
    writes.add(
        Write.one(
            "insert into vault.document (document_id, subject_id, ciphertext) values (?, ?, ?)",
            reference,
            subject.value(),
            key().seal(Vault.DOCUMENT + reference, 1, content)));
    return reference;
  }

  /** The statements, for the attachment of the command. */
  public List<Write> writes() {
    return List.copyOf(writes);
  }

  private SubjectKey key() {
    if (key == null) {
      key = keys.get();
    }
    return key;
  }
}
