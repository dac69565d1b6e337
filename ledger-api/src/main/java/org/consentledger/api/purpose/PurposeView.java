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

/** A purpose in its newest version. */
record PurposeView(
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
        version.effectiveFrom(),
        purpose.retiredAt());
  }
}
