package org.consentledger.core.vocabulary;

/**
 * Who answered: the data subject, or a legal representative with checked authority (clause 3.2).
 */
public enum GiverRole {
  /** The person whose data it is. */
  SUBJECT,
  /** A legal representative, whose authority is recorded. */
  REPRESENTATIVE
}
