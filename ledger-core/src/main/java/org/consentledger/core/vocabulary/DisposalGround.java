package org.consentledger.core.vocabulary;

/** Why personal data is anonymised or destroyed (clauses 5.7, 8.9 and the law, article 18). */
public enum DisposalGround {
  /** The person asked for it. */
  REQUEST,
  /** The time for which data is kept is over. */
  RETENTION_ENDED,
  /** The purpose is achieved. */
  PURPOSE_ACHIEVED,
  /** The person withdrew the consent that it rested on. */
  CONSENT_WITHDRAWN,
  /** The term of the consent that it rested on is over. */
  CONSENT_EXPIRED,
  /** The person demanded that processing ends. */
  CESSATION_DEMANDED,
  /** The data was processed against the law. */
  UNLAWFUL_PROCESSING,
  /** A court ordered it. */
  COURT_ACT
}
