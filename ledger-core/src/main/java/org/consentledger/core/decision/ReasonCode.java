package org.consentledger.core.decision;

/**
 * Every reason for a decision, with the clause of the policy that it rests on. Codes are stable.
 */
public enum ReasonCode {
  CONSENT_GIVEN("7.1", "The person consented to this."),
  ORDERED_BY_LAW("3.2", "The law orders this act, so that it needs no consent."),

  SUBJECT_UNKNOWN("2.10", "Nobody is registered under this identifier."),
  SUBJECT_ANONYMISED(
      "2.5", "The personal data was anonymised; nothing is left that is the person's."),
  SUBJECT_DESTROYED("2.14", "The personal data was destroyed."),
  PURPOSE_UNKNOWN("5.2", "The purpose was not determined beforehand."),
  PURPOSE_RETIRED("8.9", "The purpose has ended."),
  ACTION_OUTSIDE_PURPOSE("9.1", "The purpose does not allow this action."),
  CATEGORY_OUTSIDE_PURPOSE("5.5", "The purpose does not need this category of data."),
  BLOCKED("2.2", "The data is blocked."),
  NO_GROUND("5.1", "The purpose does not rest on consent, and no other ground is recorded."),
  CONSENT_MISSING("7.1", "The person was never asked, or has not answered."),
  CONSENT_REFUSED("7.1", "The person refused consent."),
  CONSENT_WITHDRAWN("8.4", "The person withdrew the consent."),
  CONSENT_EXPIRED("8.9", "The term of the consent is over."),
  CONSENT_POLICY_OUTDATED(
      "12.2", "The policy changed materially, and the person has not consented anew in time."),
  ACTION_OUTSIDE_CONSENT("7.1", "The purpose did not allow this action when consent was given."),
  CATEGORY_OUTSIDE_CONSENT("7.1", "The consent does not cover this category of data."),
  TRANSFER_OUTSIDE_CONSENT("8.2", "The consent does not allow a transfer to third parties."),
  RECIPIENT_OUTSIDE_CONSENT("8.2", "The consent names its recipients, and this is none of them."),
  CROSS_BORDER_OUTSIDE_CONSENT("10.1", "The consent does not allow a transfer across the border."),
  DISTRIBUTION_OUTSIDE_CONSENT("2.9", "The consent does not allow distribution to everybody.");

  private final String clause;
  private final String detail;

  ReasonCode(String clause, String detail) {
    this.clause = clause;
    this.detail = detail;
  }

  /** The clause of the policy. */
  public String clause() {
    return clause;
  }

  /** The reason in words, in English. */
  public String detail() {
    return detail;
  }
}
