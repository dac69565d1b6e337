package org.consentledger.core.subject;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a subject's personal data that a restriction concerns (clause 2.2). An empty set
 * means all.
 *
 * @param categories the categories of data, or none for all
 * @param purposes the purposes, or none for all
 */
public record Scope(SortedSet<Category> categories, SortedSet<PurposeId> purposes) {

  /** All data, for all purposes. */
  public static final Scope EVERYTHING =
      new Scope(Collections.emptySortedSet(), Collections.emptySortedSet());

  /** Copies the sets. */
  public Scope {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
  }

  /** These categories, for all purposes. */
  public static Scope of(SortedSet<Category> categories) {
    return new Scope(categories, Collections.emptySortedSet());
  }

  /**
   * Whether data of this category, used for this purpose, is within the scope.
   *
   * @param category a category, or none for one that no scope names
   * @param purpose a purpose, or none for one that no scope names
   */
  public boolean covers(@Nullable Category category, @Nullable PurposeId purpose) {
    return (categories.isEmpty() || (category != null && categories.contains(category)))
        && coversPurpose(purpose);
  }

  boolean coversPurpose(@Nullable PurposeId purpose) {
    return purposes.isEmpty() || (purpose != null && purposes.contains(purpose));
  }

  boolean contains(Scope other) {
    return containsAll(categories, other.categories) && containsAll(purposes, other.purposes);
  }

  private static boolean containsAll(Collection<?> outer, Collection<?> inner) {
    return outer.isEmpty() || (!inner.isEmpty() && outer.containsAll(inner));
  }
}
