package org.consentledger.core.request;

/** Why a term does not run. */
public enum PauseReason {
  /** It is not known yet whether the person is who they say. */
  IDENTITY,
  /** The person was asked what is meant. */
  CLARIFICATION
}
