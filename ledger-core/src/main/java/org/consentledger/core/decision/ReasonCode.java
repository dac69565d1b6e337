package org.consentledger.core.decision;

/**
 * Every reason for a decision, with the clause of the policy that it rests on. Codes are stable.
 */
public enum ReasonCode {
  CONSENT_GIVEN("7.1", "The person consented to this."),
  ON_LEGAL_OBLIGATION("7.2", "A law or another act obliges the operator."),
  ON_JUSTICE("7.3", "A court or an enforcement proceeding needs it."),
  ON_CONTRACT("7.4", "A contract with the person, or for the person, needs it."),
  ON_LEGITIMATE_INTEREST("7.5", "The operator's legitimate interest was weighed and recorded."),
  ON_PUBLIC_INTEREST("7.5", "A public interest was weighed and recorded."),
  ON_MADE_PUBLIC_BY_SUBJECT("7.6", "The person made the data public."),
  ON_MANDATORY_DISCLOSURE("7.7", "The law demands that the data is disclosed."),
  CONDITIONS_APPLY("8.6", "The person set conditions, which must be kept."),
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
  DISPOSAL_PENDING("5.7", "The data is about to be disposed of."),
  LEGAL_HOLD("5.7", "A legal hold keeps the data."),
  INCOMPATIBLE_PURPOSES("5.3", "The purposes are incompatible and must not be joined."),
  PROHIBITED_BY_SUBJECT("8.6", "The person prohibited it."),
  RECIPIENT_MISSING("2.11", "Data is handed on to a named recipient, and there is none."),
  RECIPIENT_UNKNOWN("8.5", "The recipient is not in the register."),
  RECIPIENT_COUNTRY_DIFFERS("2.13", "The recipient is in another country than was named."),
  ASSURANCE_MISSING(
      "10.2", "The information from the recipient and its country was not obtained before."),
  NOTICE_MISSING("10.1", "The notice of transfers across the border was not filed before."),
  NO_GROUND("5.1", "The purpose does not rest on consent, and no other ground is recorded."),
  MARKETING_NEEDS_CONSENT("4.1", "Marketing is permitted on consent alone."),
  GROUND_OUTSIDE_PURPOSE("6", "The purpose no longer rests on this ground."),
  GROUND_ENDED("8.9", "The ground was ended."),
  GROUND_EXPIRED("8.9", "The term of the ground is over."),
  CATEGORY_OUTSIDE_GROUND("5.5", "The ground does not cover this category of data."),
  GROUND_SWITCHED_OFF("7", "The ground may not be used by this operator."),
  CESSATION_DEMANDED("8.9", "The person demanded that processing stops."),
  TRANSFER_CESSATION_DEMANDED("3.2", "The person demanded that data is no longer handed on."),
  UNLAWFUL_PROCESSING_FOUND(
      "8.9", "Processing without a ground was found, which ended the processing."),
  TRANSFER_NEEDS_CONSENT(
      "8.2", "Without a legal duty, data is handed on only with consent to transfer."),
  DISTRIBUTION_NEEDS_CONSENT(
      "2.9", "Data is distributed only with consent to distribution, or where the law demands it."),
  DISTRIBUTION_OUTSIDE_PURPOSE("2.9", "The purpose is not to distribute data."),
  RECIPIENT_WITHOUT_CONTRACT(
      "8.2", "Without a legal duty, data is handed on only under a contract with the recipient."),
  CONSENT_MISSING("7.1", "The person was never asked, or has not answered."),
  CONSENT_REFUSED("7.1", "The person refused consent."),
  CONSENT_WITHDRAWN("8.4", "The person withdrew the consent."),
  SENDING_SUSPENDED(
      "8.4", "The person may have withdrawn the consent; sending waits until that is known."),
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
