package org.consentledger.core.vocabulary;

/** The grounds of section 7 on which personal data may be processed. The list is closed. */
public enum LegalGround {
  /** The person consented. */
  CONSENT("7.1"),
  /** A law or another act obliges the operator. */
  LEGAL_OBLIGATION("7.2"),
  /** A court or an enforcement proceeding needs it. */
  JUSTICE("7.3"),
  /** A contract that the person is party to, benefits from or vouches for. */
  CONTRACT("7.4"),
  /** The operator's legitimate interest, weighed against the person's rights. */
  LEGITIMATE_INTEREST("7.5"),
  /** A task in the public interest. */
  PUBLIC_INTEREST("7.5"),
  /** The person made the data public. */
  MADE_PUBLIC_BY_SUBJECT("7.6"),
  /** The law demands that the data is disclosed. */
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
