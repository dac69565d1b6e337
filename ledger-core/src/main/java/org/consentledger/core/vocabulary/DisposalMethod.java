package org.consentledger.core.vocabulary;

/** What becomes of personal data when its purpose ends (clause 5.7). */
public enum DisposalMethod {
  DESTROY,
  ANONYMISE
}
