package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.ACTION_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.ACTION_OUTSIDE_PURPOSE;
import static org.consentledger.core.decision.ReasonCode.BLOCKED;
import static org.consentledger.core.decision.ReasonCode.CATEGORY_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.CATEGORY_OUTSIDE_PURPOSE;
import static org.consentledger.core.decision.ReasonCode.CONSENT_EXPIRED;
import static org.consentledger.core.decision.ReasonCode.CONSENT_GIVEN;
import static org.consentledger.core.decision.ReasonCode.CONSENT_MISSING;
import static org.consentledger.core.decision.ReasonCode.CONSENT_POLICY_OUTDATED;
import static org.consentledger.core.decision.ReasonCode.CONSENT_REFUSED;
import static org.consentledger.core.decision.ReasonCode.CONSENT_WITHDRAWN;
import static org.consentledger.core.decision.ReasonCode.CROSS_BORDER_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.DISTRIBUTION_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.NO_GROUND;
import static org.consentledger.core.decision.ReasonCode.ORDERED_BY_LAW;
import static org.consentledger.core.decision.ReasonCode.PURPOSE_RETIRED;
import static org.consentledger.core.decision.ReasonCode.PURPOSE_UNKNOWN;
import static org.consentledger.core.decision.ReasonCode.RECIPIENT_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.SUBJECT_ANONYMISED;
import static org.consentledger.core.decision.ReasonCode.SUBJECT_DESTROYED;
import static org.consentledger.core.decision.ReasonCode.SUBJECT_UNKNOWN;
import static org.consentledger.core.decision.ReasonCode.TRANSFER_OUTSIDE_CONSENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.decision.Decision.Verdict;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.Restriction;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.jspecify.annotations.Nullable;

/**
 * The rules of permission, in the order of the policy. Nothing is permitted unless a ground is
 * found and nothing speaks against it (clause 5.1: deny by default); everything that speaks against
 * it is named.
 */
public final class Decide {

  private final Registers registers;
  private final Question question;
  private final Instant moment;
  private final List<Reason> against = new ArrayList<>();

  private Decide(Registers registers, Question question, Instant moment) {
    this.registers = registers;
    this.question = question;
    this.moment = moment;
  }

  /**
   * Decides a question.
   *
   * @param subject what is true of the person at the moment; none where nobody is registered
   * @param registers the purposes and policies that are known
   * @param moment the moment for which to decide
   */
  public static Decision decide(
      @Nullable SubjectState subject, Registers registers, Question question, Instant moment) {
    return new Decide(registers, question, moment).about(subject);
  }

  private Decision about(@Nullable SubjectState subject) {
    thePersonMustBeKnown(subject);
    PurposeVersion purpose = thePurposeMustBeInForce();
    if (purpose != null) {
      thePurposeMustAllowTheAction(purpose);
      thePurposeMustNeedTheData(purpose);
    }
    if (subject == null || !subject.isActive()) {
      return denied(null);
    }
    theDataMustNotBeBlocked(subject, purpose);
    if (purpose == null) {
      return denied(null);
    }
    if (theLawOrdersTheAct(subject, purpose)) {
      return against.isEmpty()
          ? permitted(LegalGround.LEGAL_OBLIGATION, ORDERED_BY_LAW, null, null, null)
          : denied(null);
    }
    return theSubjectMustConsent(subject.consent(question.purposeId()), purpose);
  }

  /** Clauses 2.5, 2.10, 2.14: there must be somebody whose data it is. */
  private void thePersonMustBeKnown(@Nullable SubjectState subject) {
    if (subject == null) {
      speaksAgainst(SUBJECT_UNKNOWN);
      return;
    }
    switch (subject.status()) {
      case ACTIVE -> {}
      case ANONYMISED -> speaksAgainst(SUBJECT_ANONYMISED, subject.evidence());
      case DESTROYED -> speaksAgainst(SUBJECT_DESTROYED, subject.evidence());
    }
  }

  /** Clauses 5.2, 8.9: the purpose was determined beforehand and has not ended. */
  private @Nullable PurposeVersion thePurposeMustBeInForce() {
    Optional<PurposeState> purpose = registers.findPurpose(question.purposeId());
    Optional<PurposeVersion> version = purpose.flatMap(known -> known.inForceAt(moment));
    if (version.isEmpty()) {
      speaksAgainst(PURPOSE_UNKNOWN);
      return null;
    }
    UUID retirement = purpose.get().retirement();
    if (retirement != null && purpose.get().isRetiredAt(moment)) {
      speaksAgainst(PURPOSE_RETIRED, retirement);
    }
    return version.get();
  }

  /** Clauses 2.6, 9.1: each purpose lists the actions that it allows; all others are denied. */
  private void thePurposeMustAllowTheAction(PurposeVersion purpose) {
    if (!purpose.definition().actions().contains(question.action())) {
      speaksAgainst(ACTION_OUTSIDE_PURPOSE, purpose.evidence());
    }
  }

  /** Clauses 5.4, 5.5: no data beyond what the purpose needs. */
  private void thePurposeMustNeedTheData(PurposeVersion purpose) {
    if (!purpose.definition().categories().containsAll(question.categories())) {
      speaksAgainst(CATEGORY_OUTSIDE_PURPOSE, purpose.evidence());
    }
  }

  /** Clause 2.2: while data is blocked it may be stored and rectified, and nothing else. */
  private void theDataMustNotBeBlocked(SubjectState subject, @Nullable PurposeVersion purpose) {
    List<UUID> blocks =
        blocks(subject, purpose).stream().map(Restriction::eventId).distinct().toList();
    ProcessingAction action = question.action();
    if (!blocks.isEmpty() && action != ProcessingAction.STORE && !action.isRectifying()) {
      against.add(new Reason(BLOCKED, blocks));
    }
  }

  private Collection<Restriction> blocks(SubjectState subject, @Nullable PurposeVersion purpose) {
    SortedSet<Category> asked = asked(purpose);
    if (asked.isEmpty()) {
      return subject.restrictions().block(question.purposeId()).stream().toList();
    }
    return asked.stream()
        .flatMap(category -> subject.restrictions().block(category, question.purposeId()).stream())
        .toList();
  }

  /** What the question is about: the data that it names, or else all that the purpose needs. */
  private SortedSet<Category> asked(@Nullable PurposeVersion purpose) {
    return question.categories().isEmpty() && purpose != null
        ? purpose.definition().categories()
        : question.categories();
  }

  /**
   * Clauses 2.2, 3.2, 4.1: rectifying, restricting and disposing are duties; so is keeping what is
   * blocked.
   */
  private boolean theLawOrdersTheAct(SubjectState subject, PurposeVersion purpose) {
    return question.action().isOrderedByLaw()
        || (question.action() == ProcessingAction.STORE && allIsBlocked(subject, purpose));
  }

  private boolean allIsBlocked(SubjectState subject, PurposeVersion purpose) {
    return !blocks(subject, purpose).isEmpty()
        && asked(purpose).stream()
            .allMatch(
                category ->
                    subject.restrictions().block(category, question.purposeId()).isPresent());
  }

  /** Clause 7.1: the person's latest answer is yes, and it covers what is asked. */
  private Decision theSubjectMustConsent(ConsentAnswer answer, PurposeVersion purpose) {
    if (!purpose.definition().grounds().contains(LegalGround.CONSENT)) {
      speaksAgainst(NO_GROUND, purpose.evidence());
      return denied(null);
    }
    return switch (answer) {
      case ConsentAnswer.NeverAsked none -> {
        speaksAgainst(CONSENT_MISSING);
        yield denied(null);
      }
      case ConsentAnswer.Refused refused -> {
        speaksAgainst(CONSENT_REFUSED, refused.eventId());
        yield denied(null);
      }
      case ConsentAnswer.Withdrawn withdrawn -> {
        speaksAgainst(CONSENT_WITHDRAWN, withdrawn.eventId());
        yield denied(null);
      }
      case ConsentAnswer.Given given -> onConsent(given, purpose);
    };
  }

  private Decision onConsent(ConsentAnswer.Given given, PurposeVersion purpose) {
    theConsentMustNotBeOver(given);
    Optional<PolicyState> newPolicy = registers.endsConsentsUnder(given.terms().policyVersion());
    Optional<Instant> reconsentBy = newPolicy.flatMap(PolicyState::endsEarlierConsentsAt);
    thePolicyMustNotHaveChanged(given, newPolicy, reconsentBy);
    theConsentMustCoverTheAction(given);
    theConsentMustCoverTheData(given, purpose);
    theConditionsMustAllowTheTransfer(given);
    PolicyVersion policy = given.terms().policyVersion();
    return against.isEmpty()
        ? permitted(
            LegalGround.CONSENT,
            CONSENT_GIVEN,
            given.eventId(),
            policy,
            earlier(given.terms().expiresAt(), reconsentBy.orElse(null)))
        : denied(policy);
  }

  /** Clause 8.9: a consent ends with its term. */
  private void theConsentMustNotBeOver(ConsentAnswer.Given given) {
    if (given.isExpired(moment)) {
      speaksAgainst(CONSENT_EXPIRED, given.eventId());
    }
  }

  /**
   * Clause 12.2: after a material change, consent under the old policy holds until its re-consent
   * date.
   */
  private void thePolicyMustNotHaveChanged(
      ConsentAnswer.Given given, Optional<PolicyState> newPolicy, Optional<Instant> reconsentBy) {
    if (newPolicy.isPresent() && reconsentBy.filter(by -> !moment.isBefore(by)).isPresent()) {
      speaksAgainst(CONSENT_POLICY_OUTDATED, given.eventId(), newPolicy.get().evidence());
    }
  }

  /** Clause 7.1: a consent covers the actions that the purpose had when it was given, no more. */
  private void theConsentMustCoverTheAction(ConsentAnswer.Given given) {
    boolean covered =
        registers
            .findPurpose(question.purposeId())
            .flatMap(purpose -> purpose.version(given.terms().purposeVersion()))
            .filter(consented -> consented.definition().actions().contains(question.action()))
            .isPresent();
    boolean named = against.stream().anyMatch(it -> it.code() == ACTION_OUTSIDE_PURPOSE);
    if (!covered && !named) {
      speaksAgainst(ACTION_OUTSIDE_CONSENT, given.eventId());
    }
  }

  /** Clause 7.1: a consent covers the data that it lists, no more. */
  private void theConsentMustCoverTheData(ConsentAnswer.Given given, PurposeVersion purpose) {
    boolean withinPurpose =
        asked(purpose).stream()
            .filter(purpose.definition().categories()::contains)
            .allMatch(given.terms().categories()::contains);
    if (!withinPurpose) {
      speaksAgainst(CATEGORY_OUTSIDE_CONSENT, given.eventId());
    }
  }

  /** Clauses 2.9, 8.2, 10.1: handing data on needs a consent that says so. */
  private void theConditionsMustAllowTheTransfer(ConsentAnswer.Given given) {
    ConsentConditions conditions = given.terms().conditions();
    boolean distributes = question.action() == ProcessingAction.DISSEMINATE;
    if (distributes && !conditions.publication()) {
      speaksAgainst(DISTRIBUTION_OUTSIDE_CONSENT, given.eventId());
    }
    if (question.action().isTransferring() && !distributes && !conditions.thirdPartyTransfer()) {
      speaksAgainst(TRANSFER_OUTSIDE_CONSENT, given.eventId());
    }
    if (question.action().isTransferring()
        && !distributes
        && !conditions.recipients().isEmpty()
        && (question.recipientId() == null
            || !conditions.recipients().contains(question.recipientId()))) {
      speaksAgainst(RECIPIENT_OUTSIDE_CONSENT, given.eventId());
    }
    if (question.crossesBorder() && !conditions.crossBorder()) {
      speaksAgainst(CROSS_BORDER_OUTSIDE_CONSENT, given.eventId());
    }
  }

  private void speaksAgainst(ReasonCode code, UUID... evidence) {
    against.add(new Reason(code, List.of(evidence)));
  }

  private Decision denied(@Nullable PolicyVersion policy) {
    return new Decision(Verdict.DENY, null, against, policy, moment, null);
  }

  private Decision permitted(
      LegalGround ground,
      ReasonCode code,
      @Nullable UUID evidence,
      @Nullable PolicyVersion policy,
      @Nullable Instant validUntil) {
    Reason reason = new Reason(code, evidence == null ? List.of() : List.of(evidence));
    return new Decision(Verdict.PERMIT, ground, List.of(reason), policy, moment, validUntil);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
