package org.consentledger.core.vocabulary;

/** The grounds of section 7 on which personal data may be processed. The list is closed. */
public enum LegalGround {
  CONSENT("7.1"),
  LEGAL_OBLIGATION("7.2"),
  JUSTICE("7.3"),
  CONTRACT("7.4"),
  LEGITIMATE_INTEREST("7.5"),
  PUBLIC_INTEREST("7.5"),
  MADE_PUBLIC_BY_SUBJECT("7.6"),
  MANDATORY_DISCLOSURE("7.7");

  private final String clause;

  LegalGround(String clause) {
    this.clause = clause;
  }

  /** The clause of the policy that names this ground. */
  public String clause() {
    return clause;
  }
}
