package org.consentledger.api.purpose;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * A purpose in its newest version.
 *
 * @param version counts the purpose's versions, from 1
 * @param title its name, by language: ru, kk, en
 * @param policyVersion the version of the policy that announces it
 * @param categories the categories of data that it needs
 * @param actions what may be done for it
 * @param grounds the grounds that it may rest on
 * @param marketing whether it is advertising
 * @param distribution whether data is disseminated to an unlimited circle
 * @param retention how long data is kept after the purpose ends for a subject, ISO 8601 such as P3Y
 * @param consentTerm how long a consent holds, ISO 8601 such as P1Y
 * @param disposal what becomes of the data when the purpose ends
 * @param disposalApproval whether that happens by itself
 * @param incompatibleWith codes of purposes with whose data it must not be mixed
 * @param doubleOptIn whether consent is taken out of the person's own mailbox alone, or by hand
 *     with its evidence
 * @param effectiveFrom the moment from which this version holds
 * @param retiredAt when the purpose ended; missing while it has not
 */
public record PurposeView(
    PurposeId purposeId,
    int version,
    Map<Language, String> title,
    PolicyVersion policyVersion,
    SortedSet<Category> categories,
    SortedSet<ProcessingAction> actions,
    SortedSet<LegalGround> grounds,
    boolean marketing,
    boolean distribution,
    @Nullable String retention,
    @Nullable String consentTerm,
    DisposalMethod disposal,
    DisposalApproval disposalApproval,
    SortedSet<PurposeId> incompatibleWith,
    boolean doubleOptIn,
    Instant effectiveFrom,
    @Nullable Instant retiredAt) {

  static PurposeView of(PurposeState purpose, Map<Language, String> title) {
    PurposeVersion version = purpose.latest();
    PurposeDefinition definition = version.definition();
    return new PurposeView(
        purpose.purposeId(),
        version.number(),
        title,
        definition.policyVersion(),
        definition.categories(),
        definition.actions(),
        definition.grounds(),
        definition.marketing(),
        definition.distribution(),
        definition.retention(),
        definition.consentTerm(),
        definition.disposal(),
        definition.disposalApproval(),
        definition.incompatibleWith(),
        definition.demandsDoubleOptIn(),
        version.effectiveFrom(),
        purpose.retiredAt());
  }
}
