package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is asked to consent to, pinned when the question is put; see {@link ConsentTerms}.
 *
 * @param policyVersion the version of the policy that is shown
 * @param language the language in which it is asked
 * @param noticeHash SHA-256 of the exact text that is shown, in lower-case hexadecimal
 * @param noticeReference where the vault keeps that text; the policy's own where it is not said
 * @param purposeVersion the version of the purpose that is asked about
 * @param categories the categories of data that are asked for, never empty
 * @param conditions what would be allowed beyond processing by the operator
 * @param expiresAt the moment from which it is too late to answer
 */
public record InvitationTerms(
    PolicyVersion policyVersion,
    Language language,
    String noticeHash,
    @Nullable UUID noticeReference,
    int purposeVersion,
    SortedSet<Category> categories,
    ConsentConditions conditions,
    Instant expiresAt) {

  /** Copies the set. */
  public InvitationTerms {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
  }
}
