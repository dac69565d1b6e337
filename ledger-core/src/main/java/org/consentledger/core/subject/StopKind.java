package org.consentledger.core.subject;

/** What ended the processing. */
public enum StopKind {
  /** The person demanded that processing stops. */
  CESSATION,
  /** The person demanded that the data is no longer handed on. */
  TRANSFER_CESSATION,
  /** Processing without a ground was found. */
  UNLAWFUL_PROCESSING
}
