package org.consentledger.core.vocabulary;

/** Why personal data is anonymised or destroyed (clauses 5.7, 8.9 and the law, article 18). */
public enum DisposalGround {
  REQUEST,
  RETENTION_ENDED,
  PURPOSE_ACHIEVED,
  CONSENT_WITHDRAWN,
  CONSENT_EXPIRED,
  CESSATION_DEMANDED,
  UNLAWFUL_PROCESSING,
  COURT_ACT
}
