package org.consentledger.projections.streaming;

import java.io.Serial;

/**
 * A projection does not hold yet what was acknowledged before the question. Asked again a little
 * later, it probably does.
 */
public final class ProjectionBehind extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ProjectionBehind(String projection) {
    super("The projection '" + projection + "' is behind the history.");
  }
}
