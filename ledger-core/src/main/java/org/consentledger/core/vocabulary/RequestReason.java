package org.consentledger.core.vocabulary;

/** The five reasons of clause 4.1 for rectifying, blocking or destroying personal data. */
public enum RequestReason {
  INCOMPLETE,
  OUTDATED,
  INACCURATE,
  UNLAWFULLY_OBTAINED,
  UNNECESSARY
}
