package org.consentledger.core.breach;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a breach.
 *
 * @param categories whose data it was, as far as that is known
 * @param affected how many people, if that is known
 * @param subjectIds who they are, as far as that is known
 * @param descriptionReference where the vault keeps what happened
 */
public record BreachFacts(
    SortedSet<Category> categories,
    @Nullable Long affected,
    SortedSet<SubjectId> subjectIds,
    UUID descriptionReference) {

  /** Copies the sets. */
  public BreachFacts {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    subjectIds = Collections.unmodifiableSortedSet(new TreeSet<>(subjectIds));
  }
}
