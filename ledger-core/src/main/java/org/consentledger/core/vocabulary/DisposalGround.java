package org.consentledger.core.vocabulary;

/** Why personal data is anonymised or destroyed (clauses 5.7, 8.9 and the law, article 18). */
public enum DisposalGround {
  /** The person asked for it. */
  REQUEST("4.1"),
  /** The time for which data is kept is over. */
  RETENTION_ENDED("5.7"),
  /** The purpose is achieved. */
  PURPOSE_ACHIEVED("8.9"),
  /** The person withdrew the consent that it rested on. */
  CONSENT_WITHDRAWN("8.9"),
  /** The term of the consent that it rested on is over. */
  CONSENT_EXPIRED("8.9"),
  /** The person demanded that processing ends. */
  CESSATION_DEMANDED("8.9"),
  /** The data was processed against the law. */
  UNLAWFUL_PROCESSING("8.9"),
  /** A court ordered it. */
  COURT_ACT("7.3");

  private final String clause;

  DisposalGround(String clause) {
    this.clause = clause;
  }

  /** The clause of the policy that gives this ground. */
  public String clause() {
    return clause;
  }
}
