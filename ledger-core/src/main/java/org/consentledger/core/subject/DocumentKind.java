package org.consentledger.core.subject;

/** What a document is about. */
public enum DocumentKind {
  /** Who attested or confirmed that the data is accurate (clauses 3.1, 4.2). */
  ACCURACY_ATTESTATION,
  /** What shows that consent was given, as JSON (clause 7.1). */
  CONSENT_EVIDENCE,
  /** The proof of a representative's authority (clause 3.2). */
  REPRESENTATIVE_AUTHORITY,
  /** What the clause of a ground demands, as JSON (clauses 7.2 to 7.7). */
  GROUND_EVIDENCE,
  /** Who approved that a ground was claimed (clause 3.1). */
  GROUND_APPROVER,
  /** The person's conditions (clause 8.6). */
  PROHIBITION_CONDITIONS,
  /** The citation of what overrides a prohibition (clause 8.6). */
  OVERRIDE_CITATION,
  /** Who approved that a prohibition is overridden (clause 8.6). */
  OVERRIDE_APPROVER,
  /** The citation of what orders a hold (clause 5.7). */
  HOLD_CITATION,
  /** Why a disposal was called off (clause 5.7). */
  CANCELLATION_REASON
}
