package org.consentledger.core.vocabulary;

/** What a person may prohibit for data that is allowed to be distributed (clause 8.6). */
public enum ProhibitionKind {
  /** That it is transferred; giving access to it is not touched. */
  TRANSFER,
  /** That it is processed; having access to it is not touched. */
  PROCESSING,
  /** That it is processed otherwise than on the person's conditions. */
  CONDITIONS
}
