package org.consentledger.core.vocabulary;

/** Where personal data was obtained from. */
public enum Source {
  FORM,
  EMAIL,
  LETTER,
  IMPORT,
  THIRD_PARTY
}
