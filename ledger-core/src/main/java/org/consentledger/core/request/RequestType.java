package org.consentledger.core.request;

import org.consentledger.core.calendar.LegalTermId;

/** What a person, or the authorised body, asks of the operator (clauses 3.2, 4.1, 8.3, 8.4). */
public enum RequestType {
  /** What is held, why, and who was given it (clause 4.1). */
  INFORMATION(LegalTermId.SUBJECT_INFORMATION),
  /** To correct or complete data (clauses 4.1, 8.3). */
  RECTIFICATION(LegalTermId.RECTIFY_BLOCK_DESTROY),
  /** To block data (clause 4.1). */
  BLOCKING(LegalTermId.RECTIFY_BLOCK_DESTROY),
  /** To let blocked data be used again (clause 2.2). */
  UNBLOCKING(LegalTermId.RECTIFY_BLOCK_DESTROY),
  /** To destroy data (clause 4.1). */
  DESTRUCTION(LegalTermId.RECTIFY_BLOCK_DESTROY),
  /** To end a consent (clause 8.4). */
  WITHDRAWAL(LegalTermId.WITHDRAWAL),
  /** To stop processing (clause 4.1). */
  CESSATION(LegalTermId.CESSATION),
  /** A complaint; answered within the term of information, the shortest that fits. */
  COMPLAINT(LegalTermId.SUBJECT_INFORMATION),
  /** An objection to a decision that a program made (law 19-1). */
  OBJECTION(LegalTermId.AUTOMATED_OBJECTION),
  /** A question; answered within the term of information. */
  QUESTION(LegalTermId.SUBJECT_INFORMATION),
  /** What the authorised body asks (clause 3.2). Its term is its own, and no person's. */
  AUTHORITY(LegalTermId.AUTHORITY_REQUEST);

  private final LegalTermId term;

  RequestType(LegalTermId term) {
    this.term = term;
  }

  /** The term within which it is answered, or refused. */
  public LegalTermId term() {
    return term;
  }
}
