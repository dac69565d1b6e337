package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.util.EnumSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * Builds the definition of a purpose: rests on consent, needs e-mail and phone, allows every
 * action, has no term; it neither promotes nor distributes.
 */
public final class DefinitionBuilder {

  private UUID titleReference = id(900);
  private String titleHash = "b".repeat(64);
  private PolicyVersion policy = POLICY;
  private SortedSet<Category> categories = set(EMAIL, PHONE);
  private SortedSet<ProcessingAction> actions =
      new TreeSet<>(EnumSet.allOf(ProcessingAction.class));
  private SortedSet<LegalGround> grounds = set(LegalGround.CONSENT);
  private boolean marketing;
  private boolean distribution;
  private @Nullable String retention = "P1Y";
  private @Nullable String consentTerm;
  private DisposalMethod disposal = DisposalMethod.DESTROY;
  private DisposalApproval approval = DisposalApproval.AUTOMATIC;
  private SortedSet<PurposeId> incompatible = set();
  private @Nullable Boolean doubleOptIn;

  private DefinitionBuilder() {}

  public static DefinitionBuilder definition() {
    return new DefinitionBuilder();
  }

  public DefinitionBuilder titled(String hash, UUID reference) {
    titleHash = hash;
    titleReference = reference;
    return this;
  }

  public DefinitionBuilder announcedBy(PolicyVersion announcing) {
    policy = announcing;
    return this;
  }

  public DefinitionBuilder needing(Category... needed) {
    categories = set(needed);
    return this;
  }

  public DefinitionBuilder allowing(ProcessingAction... allowed) {
    actions = set(allowed);
    return this;
  }

  public DefinitionBuilder restingOn(LegalGround... resting) {
    grounds = set(resting);
    return this;
  }

  public DefinitionBuilder consentHolding(String term) {
    consentTerm = term;
    return this;
  }

  public DefinitionBuilder marketing() {
    marketing = true;
    return this;
  }

  public DefinitionBuilder distributing() {
    distribution = true;
    return this;
  }

  public DefinitionBuilder doublyOptedIn() {
    doubleOptIn = true;
    return this;
  }

  public DefinitionBuilder keeping(@Nullable String term) {
    retention = term;
    return this;
  }

  public DefinitionBuilder incompatibleWith(PurposeId... purposes) {
    incompatible = set(purposes);
    return this;
  }

  public DefinitionBuilder approvedByOfficer() {
    approval = DisposalApproval.OFFICER;
    return this;
  }

  public DefinitionBuilder disposedOfBy(DisposalMethod method) {
    disposal = method;
    return this;
  }

  public PurposeDefinition build() {
    return new PurposeDefinition(
        titleHash,
        titleReference,
        policy,
        categories,
        actions,
        grounds,
        marketing,
        distribution,
        retention,
        consentTerm,
        disposal,
        approval,
        incompatible,
        doubleOptIn);
  }
}
