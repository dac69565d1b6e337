package org.consentledger.core.purpose;

import org.consentledger.core.vocabulary.PurposeId;

/** What may be asked of a purpose. */
public sealed interface PurposeCommand {

  /** The purpose concerned. */
  PurposeId purposeId();

  /** Determines a purpose; a different definition of one that exists makes a new version. */
  record DefinePurpose(PurposeId purposeId, PurposeDefinition definition)
      implements PurposeCommand {}

  /** Ends a purpose for good (clause 8.9). */
  record RetirePurpose(PurposeId purposeId) implements PurposeCommand {}
}
