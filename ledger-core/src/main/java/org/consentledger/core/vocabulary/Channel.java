package org.consentledger.core.vocabulary;

/** The way by which a person's answer reached the operator. */
public enum Channel {
  /** A form of a site. */
  WEB,
  /** An e-mail. */
  EMAIL,
  /** A letter on paper. */
  LETTER,
  /** A telephone call. */
  PHONE,
  /** A conversation, face to face. */
  IN_PERSON,
  /** A program that speaks for the person. */
  API
}
