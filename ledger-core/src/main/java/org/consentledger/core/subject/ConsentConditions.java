package org.consentledger.core.subject;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.vocabulary.RecipientId;

/**
 * What a consent allows beyond processing by the operator itself (law, article 8(4)). What is not
 * allowed is excluded.
 *
 * @param thirdPartyTransfer whether data may be transferred to third parties (clause 8.2)
 * @param crossBorder whether data may be transferred to other countries (section 10)
 * @param publication whether data may be disseminated to an unlimited circle (clause 2.9)
 * @param recipients the recipients to whom transfer is limited, or none for no such limit
 */
public record ConsentConditions(
    boolean thirdPartyTransfer,
    boolean crossBorder,
    boolean publication,
    SortedSet<RecipientId> recipients) {

  /** Processing by the operator only. */
  public static final ConsentConditions NONE =
      new ConsentConditions(false, false, false, Collections.emptySortedSet());

  /** Copies the set. */
  public ConsentConditions {
    recipients = Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
  }
}
