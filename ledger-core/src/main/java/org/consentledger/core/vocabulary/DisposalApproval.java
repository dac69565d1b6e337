package org.consentledger.core.vocabulary;

/** Whether disposal happens by itself or after a second person approved it. */
public enum DisposalApproval {
  AUTOMATIC,
  OFFICER
}
