package org.consentledger.core.ground;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.LegalGround;

/** What can happen to a ground of processing. The last word counts, from its moment on. */
public sealed interface GroundSwitchEvent {

  /** The ground concerned. */
  LegalGround ground();

  /** The moment from which it counts. */
  Instant effectiveFrom();

  /** When it was recorded. */
  Instant recordedAt();

  /**
   * The ground may be used (section 7).
   *
   * @param effectiveFrom the moment from which it may be used
   */
  @Revision("1")
  record GroundAllowed(LegalGround ground, Instant effectiveFrom, Instant recordedAt)
      implements GroundSwitchEvent {}

  /**
   * The ground may not be used (section 7).
   *
   * @param effectiveFrom the moment from which it may not be used
   */
  @Revision("1")
  record GroundSwitchedOff(LegalGround ground, Instant effectiveFrom, Instant recordedAt)
      implements GroundSwitchEvent {}
}
