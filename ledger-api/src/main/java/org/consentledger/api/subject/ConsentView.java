package org.consentledger.api.subject;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * One purpose's consent. The terms, from the policy's version on, are missing where the person said
 * no.
 *
 * @param effectiveAt since when: a moment in UTC
 * @param evidence the event that says so
 * @param purposeVersion the version of the purpose that was consented to
 * @param noticeHash SHA-256, in hexadecimal, of the text that was shown
 * @param givenBy who answered
 * @param categories the categories that the consent covers
 * @param conditions what it allows beyond processing by the operator
 * @param expiresAt when it ends: a moment in UTC; missing where it has no term
 */
public record ConsentView(
    PurposeId purposeId,
    ConsentStatus status,
    Instant effectiveAt,
    UUID evidence,
    @Nullable Channel channel,
    @Nullable PolicyVersion policyVersion,
    @Nullable Integer purposeVersion,
    @Nullable Language language,
    @Nullable String noticeHash,
    @Nullable GiverRole givenBy,
    @Nullable SortedSet<Category> categories,
    @Nullable ConsentConditions conditions,
    @Nullable Instant expiresAt) {

  /** How a person's consent to a purpose stands. */
  public enum ConsentStatus {
    /** It was given and holds. */
    GIVEN,
    /** It was given, and its term is over. */
    EXPIRED,
    /** The person said no when asked. */
    REFUSED,
    /** The person took it back. */
    WITHDRAWN
  }

  static ConsentView of(PurposeId purpose, ConsentAnswer answer, Instant moment) {
    return switch (answer) {
      case ConsentAnswer.Given given -> given(purpose, given, moment);
      case ConsentAnswer.Refused no ->
          no(purpose, ConsentStatus.REFUSED, no.effectiveAt(), no.eventId(), no.channel());
      case ConsentAnswer.Withdrawn no ->
          no(purpose, ConsentStatus.WITHDRAWN, no.effectiveAt(), no.eventId(), no.channel());
      case ConsentAnswer.NeverAsked none ->
          throw new IllegalStateException("What was never asked is not kept.");
    };
  }

  private static ConsentView given(PurposeId purpose, ConsentAnswer.Given given, Instant moment) {
    ConsentTerms terms = given.terms();
    return new ConsentView(
        purpose,
        given.isExpired(moment) ? ConsentStatus.EXPIRED : ConsentStatus.GIVEN,
        given.effectiveAt(),
        given.eventId(),
        terms.channel(),
        terms.policyVersion(),
        terms.purposeVersion(),
        terms.language(),
        terms.noticeHash(),
        terms.givenBy(),
        terms.categories(),
        terms.conditions(),
        terms.expiresAt());
  }

  private static ConsentView no(
      PurposeId purpose,
      ConsentStatus status,
      Instant effectiveAt,
      UUID evidence,
      Channel channel) {
    return new ConsentView(
        purpose,
        status,
        effectiveAt,
        evidence,
        channel,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
