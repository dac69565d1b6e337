package org.consentledger.core.subject;

import static org.consentledger.core.vocabulary.ProcessingAction.ALTER;
import static org.consentledger.core.vocabulary.ProcessingAction.ANONYMISE;
import static org.consentledger.core.vocabulary.ProcessingAction.DESTRUCT;
import static org.consentledger.core.vocabulary.ProcessingAction.DISSEMINATE;
import static org.consentledger.core.vocabulary.ProcessingAction.ERASE;
import static org.consentledger.core.vocabulary.ProcessingAction.RECTIFY;
import static org.consentledger.core.vocabulary.ProcessingAction.RESTRICT;
import static org.consentledger.core.vocabulary.ProcessingAction.STORE;
import static org.consentledger.core.vocabulary.ProcessingAction.UPDATE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consentledger.core.decision.Question;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * The rules of permission once more, written from the clauses and not from the code: a flat list of
 * facts, read from the newest backwards. It has no state and takes nothing but values from the main
 * sources.
 */
final class PermissionModel {

  private static final Set<ProcessingAction> ORDERED =
      EnumSet.of(RECTIFY, UPDATE, ALTER, RESTRICT, ERASE, ANONYMISE, DESTRUCT);

  private final List<Fact> facts = new ArrayList<>();

  void tell(Fact fact) {
    facts.add(fact);
  }

  /**
   * All reasons for the answer; a permission has one, and CONDITIONS_APPLY where the person set
   * conditions.
   *
   * @param until what took effect in the subject's life after this is left out; the registration
   *     never is
   */
  Set<ReasonCode> reasons(Question asked, Instant moment, Instant until, Instant knownAt) {
    Known known =
        new Known(
            facts.stream()
                .filter(fact -> !fact.known().isAfter(knownAt))
                .filter(fact -> isOutsideLife(fact) || !fact.at().isAfter(until))
                .sorted(Comparator.comparing(Fact::at))
                .toList()
                .reversed(),
            asked,
            moment);
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    no.addAll(againstPurpose(known));
    no.addAll(againstJoining(known));
    Optional<Fact.Ended> end = known.newest(Fact.Ended.class, fact -> true);
    if (!known.any(Fact.Registered.class, fact -> true)) {
      no.add(ReasonCode.SUBJECT_UNKNOWN);
      return no;
    }
    if (end.isPresent()) {
      no.add(end.get().destroyed() ? ReasonCode.SUBJECT_DESTROYED : ReasonCode.SUBJECT_ANONYMISED);
      return no;
    }
    no.addAll(ProtectionModel.against(known));
    if (known.purpose().isEmpty()) {
      return no;
    }
    if (ORDERED.contains(asked.action())
        || (asked.action() == STORE && ProtectionModel.isEverythingBlocked(known))) {
      return no.isEmpty() ? EnumSet.of(ReasonCode.ORDERED_BY_LAW) : no;
    }
    no.addAll(RecipientModel.against(known));
    return grounds(no, known);
  }

  private static boolean isOutsideLife(Fact fact) {
    return fact instanceof Fact.Registered
        || fact instanceof Fact.Determined
        || fact instanceof Fact.Retired
        || fact instanceof Fact.Described
        || fact instanceof Fact.Prepared
        || fact instanceof Fact.Switched
        || fact instanceof Fact.Published;
  }

  private static Set<ReasonCode> againstPurpose(Known known) {
    Optional<Fact.Determined> purpose = known.purpose();
    if (purpose.isEmpty()) {
      return EnumSet.of(ReasonCode.PURPOSE_UNKNOWN);
    }
    Question asked = known.asked();
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    if (known.any(
        Fact.Retired.class,
        it -> it.purpose().equals(asked.purposeId()) && !it.at().isAfter(known.moment()))) {
      no.add(ReasonCode.PURPOSE_RETIRED);
    }
    if (!purpose.get().actions().contains(asked.action())) {
      no.add(ReasonCode.ACTION_OUTSIDE_PURPOSE);
    }
    if (asked.categories().stream().anyMatch(it -> !purpose.get().categories().contains(it))) {
      no.add(ReasonCode.CATEGORY_OUTSIDE_PURPOSE);
    }
    if (asked.action() == DISSEMINATE && !purpose.get().distribution()) {
      no.add(ReasonCode.DISTRIBUTION_OUTSIDE_PURPOSE);
    }
    return no;
  }

  /** Clause 5.3: of all data that comes together, no two purposes may be incompatible. */
  private static Set<ReasonCode> againstJoining(Known known) {
    Set<PurposeId> together = new HashSet<>(known.asked().joinedWith());
    together.add(known.asked().purposeId());
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    for (PurposeId one : together) {
      Optional<Fact.Determined> purpose = known.purpose(one);
      if (purpose.isEmpty()) {
        no.add(ReasonCode.PURPOSE_UNKNOWN);
      } else if (purpose.get().incompatible().stream()
          .anyMatch(other -> !other.equals(one) && together.contains(other))) {
        no.add(ReasonCode.INCOMPATIBLE_PURPOSES);
      }
    }
    return no;
  }

  /** Section 7: any one ground will do; where none does, all that speaks against each is said. */
  private static Set<ReasonCode> grounds(Set<ReasonCode> no, Known known) {
    PurposeId purpose = known.asked().purposeId();
    Set<ReasonCode> against = EnumSet.noneOf(ReasonCode.class);
    boolean consent = known.purpose().orElseThrow().grounds().contains(LegalGround.CONSENT);
    if (consent) {
      Set<ReasonCode> speaking = ConsentModel.against(known);
      if (speaking.isEmpty()) {
        return permitted(ReasonCode.CONSENT_GIVEN, no, known);
      }
      against.addAll(speaking);
    }
    List<Fact.Claimed> claims =
        known
            .all(Fact.Claimed.class)
            .filter(it -> it.purpose().equals(purpose))
            .sorted(Comparator.comparing(Fact.Claimed::ground))
            .toList();
    for (Fact.Claimed claimed : claims) {
      Set<ReasonCode> speaking = ClaimModel.against(claimed, known);
      if (speaking.isEmpty()) {
        return permitted(ClaimModel.permits(claimed.ground()), no, known);
      }
      against.addAll(speaking);
    }
    if (!consent && claims.isEmpty()) {
      against.add(ReasonCode.NO_GROUND);
    }
    against.addAll(no);
    return against;
  }

  private static Set<ReasonCode> permitted(ReasonCode ground, Set<ReasonCode> no, Known known) {
    if (!no.isEmpty()) {
      return no;
    }
    return ProtectionModel.isConditional(known)
        ? EnumSet.of(ground, ReasonCode.CONDITIONS_APPLY)
        : EnumSet.of(ground);
  }
}
