package org.consentledger.core.vocabulary;

/** Where personal data was obtained from. */
public enum Source {
  /** A form that the person filled in. */
  FORM,
  /** An e-mail. */
  EMAIL,
  /** A letter on paper. */
  LETTER,
  /** An import from another system. */
  IMPORT,
  /** Somebody else. */
  THIRD_PARTY
}
