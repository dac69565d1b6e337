package org.consentledger.core.ground;

import java.time.Instant;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;

/** What may be asked of the grounds. */
public sealed interface GroundCommand {

  /** The ground concerned. */
  LegalGround ground();

  /**
   * Allows a ground, or switches it off, from a moment on; what was to happen later than that no
   * longer does.
   *
   * @param effectiveFrom the moment; now where it is not said
   */
  record SwitchGround(LegalGround ground, boolean allowed, @Nullable Instant effectiveFrom)
      implements GroundCommand {}
}
