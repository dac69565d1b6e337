package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.ACTION_OUTSIDE_PURPOSE;
import static org.consentledger.core.decision.ReasonCode.BLOCKED;
import static org.consentledger.core.decision.ReasonCode.CATEGORY_OUTSIDE_PURPOSE;
import static org.consentledger.core.decision.ReasonCode.CONDITIONS_APPLY;
import static org.consentledger.core.decision.ReasonCode.DISPOSAL_PENDING;
import static org.consentledger.core.decision.ReasonCode.DISTRIBUTION_OUTSIDE_PURPOSE;
import static org.consentledger.core.decision.ReasonCode.LEGAL_HOLD;
import static org.consentledger.core.decision.ReasonCode.NO_GROUND;
import static org.consentledger.core.decision.ReasonCode.ORDERED_BY_LAW;
import static org.consentledger.core.decision.ReasonCode.PROHIBITED_BY_SUBJECT;
import static org.consentledger.core.decision.ReasonCode.PURPOSE_RETIRED;
import static org.consentledger.core.decision.ReasonCode.PURPOSE_UNKNOWN;
import static org.consentledger.core.decision.ReasonCode.SUBJECT_ANONYMISED;
import static org.consentledger.core.decision.ReasonCode.SUBJECT_DESTROYED;
import static org.consentledger.core.decision.ReasonCode.SUBJECT_UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.decision.Decision.Verdict;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.Hold;
import org.consentledger.core.subject.PendingDisposal;
import org.consentledger.core.subject.Prohibition;
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
 * it is named. What speaks against one ground only stands in {@link ConsentFooting} and {@link
 * ClaimFooting}, the rules of handing data on in {@link Transfers}, those of joining it in {@link
 * Joining}.
 */
public final class Decide {

  private final Registers registers;
  private final Question question;
  private final Instant moment;
  private final Map<ReasonCode, Set<UUID>> against = new LinkedHashMap<>();

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
    Joining.against(registers, question, moment).forEach(this::speaksAgainst);
    if (subject == null || !subject.isActive()) {
      return denied(null);
    }
    theDataMustNotBeBlocked(subject, purpose);
    theDataMustNotBeHeld(subject);
    theDataMustNotBeAboutToGo(subject, purpose);
    if (purpose == null) {
      return denied(null);
    }
    Matter matter = new Matter(subject, registers, question, purpose, moment);
    if (theLawOrdersTheAct(subject, purpose)) {
      return against.isEmpty()
          ? permitted(
              new Footing(
                  LegalGround.LEGAL_OBLIGATION, ORDERED_BY_LAW, null, null, null, List.of()),
              List.of())
          : denied(null);
    }
    thePersonMustNotHaveProhibitedIt(matter);
    Recipients.speakAgainst(matter).forEach(this::speaksAgainst);
    return aGroundMustCarryTheAct(matter);
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

  /**
   * Clauses 2.6, 9.1: each purpose lists the actions that it allows; all others are denied. Clause
   * 2.9: distribution is a purpose of its own, whatever it rests on.
   */
  private void thePurposeMustAllowTheAction(PurposeVersion purpose) {
    if (!purpose.definition().actions().contains(question.action())) {
      speaksAgainst(ACTION_OUTSIDE_PURPOSE, purpose.evidence());
    }
    if (question.action() == ProcessingAction.DISSEMINATE && !purpose.definition().distribution()) {
      speaksAgainst(DISTRIBUTION_OUTSIDE_PURPOSE, purpose.evidence());
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
      speaksAgainst(new Reason(BLOCKED, blocks));
    }
  }

  private List<Restriction> blocks(SubjectState subject, @Nullable PurposeVersion purpose) {
    SortedSet<Category> asked = asked(purpose);
    if (asked.isEmpty()) {
      return subject.restrictions().block(question.purposeId()).stream().toList();
    }
    return asked.stream()
        .flatMap(category -> subject.restrictions().block(category, question.purposeId()).stream())
        .toList();
  }

  private SortedSet<Category> asked(@Nullable PurposeVersion purpose) {
    return question.categories().isEmpty() && purpose != null
        ? purpose.definition().categories()
        : question.categories();
  }

  /** Clause 5.7: what a legal hold keeps is not erased, anonymised or destroyed. */
  private void theDataMustNotBeHeld(SubjectState subject) {
    List<UUID> holds = subject.circumstances().holds().stream().map(Hold::eventId).toList();
    if (!holds.isEmpty() && question.action().isDisposing()) {
      speaksAgainst(new Reason(LEGAL_HOLD, holds));
    }
  }

  /** Clause 5.7: what waits for its end is kept until then, and used for nothing. */
  private void theDataMustNotBeAboutToGo(SubjectState subject, @Nullable PurposeVersion purpose) {
    PendingDisposal pending = subject.circumstances().disposal();
    ProcessingAction action = question.action();
    if (pending != null
        && pending.concerns(asked(purpose))
        && action != ProcessingAction.STORE
        && !action.isOrderedByLaw()) {
      speaksAgainst(DISPOSAL_PENDING, pending.eventId());
    }
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

  /** Clause 8.6: no ground opens what the person has prohibited; only a public interest does. */
  private void thePersonMustNotHaveProhibitedIt(Matter matter) {
    boolean distribution = matter.purpose().definition().distribution();
    List<UUID> prohibitions =
        matter.subject().circumstances().prohibitions().stream()
            .filter(prohibition -> prohibition.forbids(question.action(), distribution))
            .filter(prohibition -> prohibition.protects(matter.asked()))
            .map(Prohibition::eventId)
            .toList();
    if (!prohibitions.isEmpty()) {
      speaksAgainst(new Reason(PROHIBITED_BY_SUBJECT, prohibitions));
    }
  }

  /** Section 7: the first ground against which nothing speaks, consent before all others. */
  private Decision aGroundMustCarryTheAct(Matter matter) {
    List<Footing> footings = Footings.of(matter);
    if (footings.isEmpty()) {
      speaksAgainst(NO_GROUND, matter.purpose().evidence());
    }
    Optional<Footing> holding = footings.stream().filter(Footing::holds).findFirst();
    if (against.isEmpty() && holding.isPresent()) {
      return permitted(holding.get(), conditions(matter));
    }
    if (holding.isEmpty()) {
      footings.stream().flatMap(footing -> footing.against().stream()).forEach(this::speaksAgainst);
    }
    return denied(footings.isEmpty() ? null : holding.orElse(footings.getFirst()).policyVersion());
  }

  /** Clause 8.6: whoever may process on conditions is told so; access is on none. */
  private List<Reason> conditions(Matter matter) {
    boolean distribution = matter.purpose().definition().distribution();
    List<UUID> conditions =
        matter.subject().circumstances().prohibitions().stream()
            .filter(prohibition -> prohibition.setsConditionsFor(question.action(), distribution))
            .filter(prohibition -> prohibition.protects(matter.asked()))
            .map(Prohibition::eventId)
            .toList();
    return conditions.isEmpty() ? List.of() : List.of(new Reason(CONDITIONS_APPLY, conditions));
  }

  private void speaksAgainst(ReasonCode code, UUID... evidence) {
    speaksAgainst(new Reason(code, List.of(evidence)));
  }

  /** Several grounds may fail for one reason: it is named once, with all that it rests on. */
  private void speaksAgainst(Reason reason) {
    against.computeIfAbsent(reason.code(), code -> new LinkedHashSet<>()).addAll(reason.evidence());
  }

  private Decision denied(@Nullable PolicyVersion policy) {
    List<Reason> reasons =
        against.entrySet().stream()
            .map(entry -> new Reason(entry.getKey(), List.copyOf(entry.getValue())))
            .toList();
    return new Decision(Verdict.DENY, null, reasons, policy, moment, null);
  }

  private Decision permitted(Footing footing, List<Reason> besides) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        new Reason(
            footing.reason(),
            footing.evidence() == null ? List.of() : List.of(footing.evidence())));
    reasons.addAll(besides);
    return new Decision(
        Verdict.PERMIT,
        footing.ground(),
        reasons,
        footing.policyVersion(),
        moment,
        footing.until());
  }
}
