package org.consentledger.core.request;

/** Why a request is refused; each refusal says more in words. */
public enum RefusalReason {
  /** It could not be verified who asks. */
  IDENTITY_NOT_VERIFIED(true),
  /** The representative has not proved the authority. */
  AUTHORITY_NOT_PROVED(true),
  /** What is asked could not be made out, also after asking. */
  NOT_CLEAR(true),
  /** No such data of the person is held. */
  NOTHING_HELD(false),
  /** A law demands that it stays as it is. */
  LAW_DEMANDS_OTHERWISE(false),
  /** A contract with the person needs the data. */
  CONTRACT_NEEDS_DATA(false),
  /** The answer would disclose data of somebody else. */
  DISCLOSES_OTHERS_DATA(false),
  /** What is claimed is not so. */
  UNFOUNDED(false),
  /** It was asked and answered before, and nothing has changed. */
  ANSWERED_BEFORE(false);

  private final boolean ofForm;

  RefusalReason(boolean ofForm) {
    this.ofForm = ofForm;
  }

  /** Whether it is about how something was asked, not about what (clause 8.4). */
  public boolean isOfForm() {
    return ofForm;
  }
}
