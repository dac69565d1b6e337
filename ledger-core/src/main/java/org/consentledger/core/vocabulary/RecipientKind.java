package org.consentledger.core.vocabulary;

/** As what a recipient is given personal data (clauses 8.2, 8.5). */
public enum RecipientKind {
  /** It processes for the operator and on its instructions. */
  PROCESSOR,
  /** It processes for purposes of its own. */
  THIRD_PARTY
}
