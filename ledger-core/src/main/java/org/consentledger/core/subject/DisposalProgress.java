package org.consentledger.core.subject;

/** How far a disposal is. */
public enum DisposalProgress {
  /** It waits until a second person approves it. */
  WAITING,
  /** The data is gone. */
  DONE,
  /** It was called off, or the data came to be needed again. */
  CANCELLED,
  /** Another disposal, of all the data, took its place before anybody approved it. */
  SUPERSEDED
}
