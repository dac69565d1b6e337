package org.consentledger.core.vocabulary;

/** What becomes of personal data when its purpose ends (clause 5.7). */
public enum DisposalMethod {
  /** It is destroyed, and nothing can be restored. */
  DESTROY,
  /** It is made attributable to nobody, for good. */
  ANONYMISE
}
