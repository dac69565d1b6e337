package org.consentledger.core.vocabulary;

/** The interests for which a person's prohibition does not hold (clause 8.6). */
public enum PublicInterest {
  /** The interest of the state. */
  STATE,
  /** The interest of society. */
  PUBLIC,
  /** Another interest that is public by law. */
  OTHER_PUBLIC
}
