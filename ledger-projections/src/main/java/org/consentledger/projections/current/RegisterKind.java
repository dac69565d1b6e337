package org.consentledger.projections.current;

/** What a row of the registers is about. */
enum RegisterKind {
  PURPOSE,
  POLICY,
  OPERATOR,
  LEGAL_TERM,
  RECIPIENT,
  LEGAL_GROUND,
  INVENTORY,
  WEBHOOK,
  USER
}
