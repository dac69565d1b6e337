package org.consentledger.core.personaldata;

/**
 * What became of a subject's key. The states are told apart, so that a destroyed key is never made
 * again.
 */
public enum KeyState {
  /** No personal data was ever sealed for the subject. */
  NEVER,
  /** Personal data can be read. */
  ACTIVE,
  /** Destruction was ordered; nothing can be read any more. */
  DESTROY_PENDING,
  /** The key is gone. */
  DESTROYED
}
