package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * What exactly was consented to (law, article 8(4), and clause 7.1), pinned at the moment of
 * consent: later changes of the purpose or the policy do not widen it.
 *
 * @param policyVersion the version of the policy that was shown
 * @param language the language in which it was shown
 * @param noticeHash SHA-256 of the exact text shown, in lower-case hexadecimal
 * @param channel the way by which the answer came
 * @param givenBy the subject, or a representative
 * @param authorityReference where the vault keeps the proof of the representative's authority
 *     (clause 3.2)
 * @param purposeVersion the version of the purpose that was consented to; its actions are the ones
 *     covered
 * @param categories the categories of data covered, never empty
 * @param conditions what is allowed beyond processing by the operator
 * @param evidenceReference where the vault keeps the evidence of the consent
 * @param expiresAt the moment from which the consent no longer holds, if it has a term
 * @param invitation the event that asked for the consent by a letter to the person's own address,
 *     from which it was answered; none where the consent came another way
 */
public record ConsentTerms(
    PolicyVersion policyVersion,
    Language language,
    String noticeHash,
    Channel channel,
    GiverRole givenBy,
    @Nullable UUID authorityReference,
    int purposeVersion,
    SortedSet<Category> categories,
    ConsentConditions conditions,
    @Nullable UUID evidenceReference,
    @Nullable Instant expiresAt,
    @Nullable UUID invitation) {

  /** Copies the set. */
  public ConsentTerms {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
  }

  /** The same, given in answer to an invitation. */
  ConsentTerms confirming(UUID answered) {
    return new ConsentTerms(
        policyVersion,
        language,
        noticeHash,
        channel,
        givenBy,
        authorityReference,
        purposeVersion,
        categories,
        conditions,
        evidenceReference,
        expiresAt,
        answered);
  }
}
