package org.consentledger.core.request;

/** How a request stands. */
public enum RequestStatus {
  /** It waits for an answer, and its term runs. */
  OPEN,
  /** It waits for the person, and its term does not run. */
  PAUSED,
  /** Its term is over, and it was not answered. */
  OVERDUE,
  /** It was answered. */
  ANSWERED,
  /** It was refused, with a reason. */
  REFUSED;

  /** Whether it waits for nothing any more. */
  public boolean isEnd() {
    return switch (this) {
      case OPEN, PAUSED, OVERDUE -> false;
      case ANSWERED, REFUSED -> true;
    };
  }
}
