package org.consentledger.core.vocabulary;

/** Whether disposal happens by itself or after a second person approved it. */
public enum DisposalApproval {
  /** It happens as soon as it is due. */
  AUTOMATIC,
  /** It waits until a second person has approved it. */
  OFFICER
}
