package org.consentledger.api.problem;

import java.io.IOException;
import java.io.Serial;
import java.net.SocketTimeoutException;

/** The client's body ended too soon, was not sent in time, or was cut into chunks wrongly. */
public final class BodyUnreadable extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean late;

  BodyUnreadable(IOException cause) {
    super("the body can't be read", cause);
    this.late = isLate(cause);
  }

  /** Whether the client was too slow. */
  boolean isLate() {
    return late;
  }

  private static boolean isLate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
