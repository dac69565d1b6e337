package org.consentledger.core.user;

/** What a user of the console is there for (clause 8.1: no more rights than that needs). */
public enum Role {
  /** Keeps consents and answers people. */
  OFFICER,
  /** Approves as the second person what others ask for. */
  APPROVER,
  /** Reads, exports and verifies. */
  AUDITOR,
  /** Keeps the registers and the users. */
  ADMINISTRATOR
}
