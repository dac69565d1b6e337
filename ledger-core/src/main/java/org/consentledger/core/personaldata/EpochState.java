package org.consentledger.core.personaldata;

/** What has become of an epoch. */
public enum EpochState {
  /** New keys are wrapped under its key. */
  CURRENT,
  /** What it wrapped is being wrapped anew under the next one. */
  RETIRING,
  /** Its key is gone. */
  DESTROYED
}
