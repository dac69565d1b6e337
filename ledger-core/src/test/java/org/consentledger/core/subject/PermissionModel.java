package org.consentledger.core.subject;

import static org.consentledger.core.vocabulary.ProcessingAction.ALTER;
import static org.consentledger.core.vocabulary.ProcessingAction.ANONYMISE;
import static org.consentledger.core.vocabulary.ProcessingAction.DESTRUCT;
import static org.consentledger.core.vocabulary.ProcessingAction.DISCLOSE;
import static org.consentledger.core.vocabulary.ProcessingAction.DISSEMINATE;
import static org.consentledger.core.vocabulary.ProcessingAction.ERASE;
import static org.consentledger.core.vocabulary.ProcessingAction.MAKE_AVAILABLE;
import static org.consentledger.core.vocabulary.ProcessingAction.RECTIFY;
import static org.consentledger.core.vocabulary.ProcessingAction.RESTRICT;
import static org.consentledger.core.vocabulary.ProcessingAction.STORE;
import static org.consentledger.core.vocabulary.ProcessingAction.TRANSFER;
import static org.consentledger.core.vocabulary.ProcessingAction.UPDATE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.consentledger.core.decision.Question;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * The rules of permission once more, written from the clauses and not from the code: a flat list of
 * facts, read from the newest backwards. It has no state and takes nothing but values from the main
 * sources.
 */
final class PermissionModel {

  private static final Set<ProcessingAction> DESPITE_BLOCK =
      EnumSet.of(STORE, RECTIFY, UPDATE, ALTER);
  private static final Set<ProcessingAction> ORDERED =
      EnumSet.of(RECTIFY, UPDATE, ALTER, RESTRICT, ERASE, ANONYMISE, DESTRUCT);
  private static final Set<ProcessingAction> TO_OTHERS =
      EnumSet.of(TRANSFER, DISCLOSE, MAKE_AVAILABLE);

  private final List<Fact> subjectFacts = new ArrayList<>();
  private final List<Fact> registerFacts = new ArrayList<>();

  void tell(Fact fact) {
    boolean register =
        fact instanceof Fact.Determined
            || fact instanceof Fact.Retired
            || fact instanceof Fact.Published;
    (register ? registerFacts : subjectFacts).add(fact);
  }

  /**
   * All reasons for the answer; a permission has one reason, CONSENT_GIVEN or ORDERED_BY_LAW.
   *
   * @param until what took effect in the subject's life after this is left out; the registration
   *     never is
   */
  Set<ReasonCode> reasons(Question asked, Instant moment, Instant until, Instant known) {
    List<Fact> life =
        newestFirst(
            subjectFacts,
            known,
            fact -> fact instanceof Fact.Registered || !fact.at().isAfter(until));
    List<Fact> registers = newestFirst(registerFacts, known, fact -> true);
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);

    Optional<Fact.Ended> end = first(life, Fact.Ended.class, fact -> true);
    if (life.isEmpty()) {
      no.add(ReasonCode.SUBJECT_UNKNOWN);
    } else if (end.isPresent()) {
      no.add(end.get().destroyed() ? ReasonCode.SUBJECT_DESTROYED : ReasonCode.SUBJECT_ANONYMISED);
    }

    Optional<Fact.Determined> purpose =
        registers.stream()
            .filter(Fact.Determined.class::isInstance)
            .map(Fact.Determined.class::cast)
            .filter(it -> it.purpose().equals(asked.purposeId()) && !it.at().isAfter(moment))
            .max(Comparator.comparing(Fact.Determined::number));
    if (purpose.isEmpty()) {
      no.add(ReasonCode.PURPOSE_UNKNOWN);
    } else {
      if (first(
              registers,
              Fact.Retired.class,
              it -> it.purpose().equals(asked.purposeId()) && !it.at().isAfter(moment))
          .isPresent()) {
        no.add(ReasonCode.PURPOSE_RETIRED);
      }
      if (!purpose.get().actions().contains(asked.action())) {
        no.add(ReasonCode.ACTION_OUTSIDE_PURPOSE);
      }
      for (Category category : asked.categories()) {
        if (!purpose.get().categories().contains(category)) {
          no.add(ReasonCode.CATEGORY_OUTSIDE_PURPOSE);
        }
      }
    }
    if (life.isEmpty() || end.isPresent()) {
      return no;
    }

    Set<Category> data = new HashSet<>(asked.categories());
    if (data.isEmpty() && purpose.isPresent()) {
      data.addAll(purpose.get().categories());
    }
    boolean blocked = data.isEmpty() && isBlocked(life, null, asked.purposeId());
    boolean free = data.isEmpty() && !blocked;
    for (Category category : data) {
      blocked |= isBlocked(life, category, asked.purposeId());
      free |= !isBlocked(life, category, asked.purposeId());
    }
    if (blocked && !DESPITE_BLOCK.contains(asked.action())) {
      no.add(ReasonCode.BLOCKED);
    }
    if (purpose.isEmpty()) {
      return no;
    }
    if (ORDERED.contains(asked.action()) || (!free && asked.action() == STORE)) {
      return no.isEmpty() ? EnumSet.of(ReasonCode.ORDERED_BY_LAW) : no;
    }
    if (!purpose.get().grounds().contains(LegalGround.CONSENT)) {
      no.add(ReasonCode.NO_GROUND);
      return no;
    }
    for (Fact fact : life) {
      if (fact instanceof Fact.SaidNo said && said.purpose().equals(asked.purposeId())) {
        no.add(said.withdrawn() ? ReasonCode.CONSENT_WITHDRAWN : ReasonCode.CONSENT_REFUSED);
        return no;
      }
      if (fact instanceof Fact.SaidYes said && said.purpose().equals(asked.purposeId())) {
        Optional<Fact.SaidNo> sameDate =
            first(
                life,
                Fact.SaidNo.class,
                it -> it.purpose().equals(asked.purposeId()) && it.at().equals(said.at()));
        if (sameDate.isPresent()) {
          no.add(
              sameDate.get().withdrawn()
                  ? ReasonCode.CONSENT_WITHDRAWN
                  : ReasonCode.CONSENT_REFUSED);
          return no;
        }
        no.addAll(againstConsent(said.terms(), asked, moment, data, purpose.get(), registers));
        return no.isEmpty() ? EnumSet.of(ReasonCode.CONSENT_GIVEN) : no;
      }
    }
    no.add(ReasonCode.CONSENT_MISSING);
    return no;
  }

  private static Set<ReasonCode> againstConsent(
      ConsentTerms terms,
      Question asked,
      Instant moment,
      Set<Category> data,
      Fact.Determined purpose,
      List<Fact> registers) {
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    if (terms.expiresAt() != null && terms.expiresAt().compareTo(moment) <= 0) {
      no.add(ReasonCode.CONSENT_EXPIRED);
    }
    if (isOutdated(terms.policyVersion(), moment, registers)) {
      no.add(ReasonCode.CONSENT_POLICY_OUTDATED);
    }
    boolean consentedToAction =
        first(
                registers,
                Fact.Determined.class,
                it ->
                    it.purpose().equals(asked.purposeId())
                        && it.number() == terms.purposeVersion()
                        && it.actions().contains(asked.action()))
            .isPresent();
    // What the purpose forbids altogether is named once.
    if (!consentedToAction && purpose.actions().contains(asked.action())) {
      no.add(ReasonCode.ACTION_OUTSIDE_CONSENT);
    }
    for (Category category : data) {
      if (purpose.categories().contains(category) && !terms.categories().contains(category)) {
        no.add(ReasonCode.CATEGORY_OUTSIDE_CONSENT);
      }
    }
    ConsentConditions conditions = terms.conditions();
    if (TO_OTHERS.contains(asked.action()) && !conditions.thirdPartyTransfer()) {
      no.add(ReasonCode.TRANSFER_OUTSIDE_CONSENT);
    }
    if (asked.action() == DISSEMINATE) {
      no.add(ReasonCode.DISTRIBUTION_OUTSIDE_PURPOSE); // no purpose of the story distributes
    }
    if (asked.action() == DISSEMINATE && !conditions.publication()) {
      no.add(ReasonCode.DISTRIBUTION_OUTSIDE_CONSENT);
    }
    if (asked.country() != null && !"KZ".equals(asked.country()) && !conditions.crossBorder()) {
      no.add(ReasonCode.CROSS_BORDER_OUTSIDE_CONSENT);
    }
    boolean handedToSomebody =
        EnumSet.of(
                ProcessingAction.TRANSFER,
                ProcessingAction.DISCLOSE,
                ProcessingAction.MAKE_AVAILABLE)
            .contains(asked.action());
    if (handedToSomebody
        && conditions.recipients().size() > 0
        && conditions.recipients().stream().noneMatch(named -> named.equals(asked.recipientId()))) {
      no.add(ReasonCode.RECIPIENT_OUTSIDE_CONSENT);
    }
    return no;
  }

  /**
   * Whether a later policy that changed something of substance had ended consents under this one.
   */
  private static boolean isOutdated(PolicyVersion policy, Instant moment, List<Fact> registers) {
    Fact.Published consented =
        first(registers, Fact.Published.class, it -> it.policy().equals(policy)).orElseThrow();
    return first(
            registers,
            Fact.Published.class,
            it ->
                it.ends() != null
                    && !it.ends().isAfter(moment)
                    && (it.at().isAfter(consented.at())
                        || (it.at().equals(consented.at())
                            && it.known().isAfter(consented.known()))))
        .isPresent();
  }

  /**
   * The newest statement about this data and this purpose; without a category, the newest about all
   * data.
   */
  private static boolean isBlocked(List<Fact> life, Category category, PurposeId purpose) {
    return first(
            life,
            Fact.Stated.class,
            it ->
                (it.purposes().isEmpty() || it.purposes().contains(purpose))
                    && (it.categories().isEmpty()
                        || (category != null && it.categories().contains(category))))
        .map(Fact.Stated::blocked)
        .orElse(false);
  }

  private static List<Fact> newestFirst(List<Fact> facts, Instant known, Predicate<Fact> counts) {
    return facts.stream()
        .filter(fact -> !fact.known().isAfter(known))
        .filter(counts)
        .sorted(Comparator.comparing(Fact::at))
        .toList()
        .reversed();
  }

  private static <T extends Fact> Optional<T> first(
      List<Fact> facts, Class<T> kind, Predicate<T> wanted) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).filter(wanted).findFirst();
  }
}
