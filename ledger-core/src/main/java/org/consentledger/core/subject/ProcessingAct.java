package org.consentledger.core.subject;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * One act of processing, as clauses 2.1 and 9.2 want it described.
 *
 * @param purposeId what it was done for
 * @param action what was done
 * @param categories with which data
 * @param recipientId to whom the data was handed, where it was (clause 2.11)
 * @param country where to, where that is not Kazakhstan (clause 2.13): ISO 3166-1 alpha-2
 * @param channel by which way, where one was used (clause 2.12)
 * @param automated done by a program, or else by a person
 * @param overNetwork whether the data passed over a network
 */
public record ProcessingAct(
    PurposeId purposeId,
    ProcessingAction action,
    SortedSet<Category> categories,
    @Nullable RecipientId recipientId,
    @Nullable String country,
    @Nullable Channel channel,
    boolean automated,
    boolean overNetwork) {

  /** Copies the set. */
  public ProcessingAct {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
  }
}
