package org.consentledger.core.decision;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * May this be done?
 *
 * @param purposeId for this purpose
 * @param action this action (clause 9.1)
 * @param categories with this data; none means all that the purpose needs
 * @param recipientId handing it to this recipient, where the action transfers
 * @param country in this country (ISO 3166-1 alpha-2), where that is not Kazakhstan
 * @param joinedWith together with data that is held for these purposes (clause 5.3)
 */
public record Question(
    PurposeId purposeId,
    ProcessingAction action,
    SortedSet<Category> categories,
    @Nullable RecipientId recipientId,
    @Nullable String country,
    SortedSet<PurposeId> joinedWith) {

  /** Copies the set. */
  public Question {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    joinedWith = Collections.unmodifiableSortedSet(new TreeSet<>(joinedWith));
  }

  /** A question about data that is not joined with other data. */
  public Question(
      PurposeId purposeId,
      ProcessingAction action,
      SortedSet<Category> categories,
      @Nullable RecipientId recipientId,
      @Nullable String country) {
    this(purposeId, action, categories, recipientId, country, Collections.emptySortedSet());
  }
}
