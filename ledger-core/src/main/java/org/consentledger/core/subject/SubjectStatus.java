package org.consentledger.core.subject;

/** Whether there still is personal data of a subject. */
public enum SubjectStatus {
  /** Personal data may be held. */
  ACTIVE,
  /** What is left can be attributed to nobody (clause 2.5). */
  ANONYMISED,
  /** All personal data is gone (clause 2.14). */
  DESTROYED
}
