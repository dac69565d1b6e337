package org.consentledger.core.vocabulary;

/** The way by which a person's answer reached the operator. */
public enum Channel {
  WEB,
  EMAIL,
  LETTER,
  PHONE,
  IN_PERSON,
  API
}
