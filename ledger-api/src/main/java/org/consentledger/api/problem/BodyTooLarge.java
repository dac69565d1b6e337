package org.consentledger.api.problem;

import java.io.IOException;
import java.io.Serial;

/** More bytes came than a request may have. */
final class BodyTooLarge extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  BodyTooLarge() {
    super("the body is larger than the limit");
  }
}
