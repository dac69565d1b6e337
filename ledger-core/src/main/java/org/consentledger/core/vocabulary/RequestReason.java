package org.consentledger.core.vocabulary;

/** The five reasons of clause 4.1 for rectifying, blocking or destroying personal data. */
public enum RequestReason {
  /** Something is missing. */
  INCOMPLETE,
  /** It is no longer true. */
  OUTDATED,
  /** It is wrong. */
  INACCURATE,
  /** It was obtained against the law. */
  UNLAWFULLY_OBTAINED,
  /** The purpose does not need it. */
  UNNECESSARY
}
