package org.consentledger.core.personaldata;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.consentledger.core.subject.Disposal;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalMethod;

/**
 * A place where the ledger itself keeps personal data, or what leads to it, and from which a
 * disposal takes it (clause 2.14). Certificates list them; who lets another place forget with the
 * events, such as {@link Erasure}, adds it here.
 */
public enum ErasedStore {
  /** The ciphertext of the data, with all its versions. */
  PERSONAL_DATA,
  /** Letters, requests, evidence and other papers of the person, as ciphertext. */
  DOCUMENTS,
  /** The keys of the person and of its requests, without which no copy can be read. */
  KEY,
  /** The index by which the person was found. */
  BLIND_INDEX,
  /**
   * Letters that were sent or waited, their returns, and invitations: they name nobody any more.
   */
  LETTERS,
  /** The rows that answer what is true now: of a destroyed person they say no more than that. */
  READ_MODELS;

  /** From where a disposal takes the data. */
  public static Set<ErasedStore> of(Disposal disposal) {
    EnumSet<ErasedStore> stores = EnumSet.of(PERSONAL_DATA);
    if (disposal.whole()) {
      stores.addAll(EnumSet.of(DOCUMENTS, KEY, BLIND_INDEX));
    } else if (disposal.categories().stream().anyMatch(ErasedStore::isIndexed)) {
      stores.add(BLIND_INDEX);
    }
    if (disposal.whole() && disposal.method() == DisposalMethod.DESTROY) {
      stores.addAll(EnumSet.of(LETTERS, READ_MODELS));
    }
    return Collections.unmodifiableSet(stores);
  }

  private static boolean isIndexed(Category category) {
    return Arrays.stream(IdentifierKind.values())
        .anyMatch(kind -> kind.category().equals(category));
  }
}
