package org.consentledger.core.purpose;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.PurposeId;

/** What can happen to a purpose. */
public sealed interface PurposeEvent {

  /** The purpose concerned. */
  PurposeId purposeId();

  /**
   * A purpose was determined, or determined anew (clause 5.2).
   *
   * @param number counts the versions, from 1
   * @param effectiveFrom from when on it holds; the first version holds since the policy that
   *     announces it
   * @param definedAt when it was recorded
   */
  @Revision("1")
  record PurposeDefined(
      PurposeId purposeId,
      int number,
      PurposeDefinition definition,
      Instant effectiveFrom,
      Instant definedAt)
      implements PurposeEvent {}

  /** The purpose was achieved or given up: processing for it ends (clause 8.9). */
  @Revision("1")
  record PurposeRetired(PurposeId purposeId, Instant retiredAt) implements PurposeEvent {}
}
