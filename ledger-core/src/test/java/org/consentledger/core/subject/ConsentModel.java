package org.consentledger.core.subject;

import static org.consentledger.core.vocabulary.ProcessingAction.DISCLOSE;
import static org.consentledger.core.vocabulary.ProcessingAction.DISSEMINATE;
import static org.consentledger.core.vocabulary.ProcessingAction.MAKE_AVAILABLE;
import static org.consentledger.core.vocabulary.ProcessingAction.TRANSFER;
import static org.consentledger.core.vocabulary.ProcessingAction.USE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;

/** Clauses 2.9, 7.1, 8.2, 8.4, 10.1, 12.2 of {@link PermissionModel}: what a consent carries. */
final class ConsentModel {

  private static final Set<ProcessingAction> TO_SOMEBODY =
      EnumSet.of(TRANSFER, DISCLOSE, MAKE_AVAILABLE);

  private ConsentModel() {}

  /** All that speaks against resting on consent; nothing where it carries the act. */
  static Set<ReasonCode> against(Known known) {
    Optional<Fact.SaidYes> yes =
        known.newest(Fact.SaidYes.class, it -> it.purpose().equals(known.asked().purposeId()));
    Optional<Fact.SaidNo> no =
        known.newest(Fact.SaidNo.class, it -> it.purpose().equals(known.asked().purposeId()));
    // Of a yes and a no of the same date the no counts.
    if (no.isPresent() && (yes.isEmpty() || !no.get().at().isBefore(yes.get().at()))) {
      return EnumSet.of(
          no.get().withdrawn() ? ReasonCode.CONSENT_WITHDRAWN : ReasonCode.CONSENT_REFUSED);
    }
    return yes.map(it -> against(it, known))
        .orElseGet(() -> EnumSet.of(ReasonCode.CONSENT_MISSING));
  }

  private static Set<ReasonCode> against(Fact.SaidYes yes, Known known) {
    ConsentTerms terms = yes.terms();
    Fact.Determined purpose = known.purpose().orElseThrow();
    ProcessingAction action = known.asked().action();
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    if (terms.expiresAt() != null && terms.expiresAt().compareTo(known.moment()) <= 0) {
      no.add(ReasonCode.CONSENT_EXPIRED);
    }
    if (isOutdated(terms.policyVersion(), known)) {
      no.add(ReasonCode.CONSENT_POLICY_OUTDATED);
    }
    no.addAll(StopModel.endedSince(yes.at(), known));
    if (isSending(known) && isSuspendedSince(yes, known)) {
      no.add(ReasonCode.SENDING_SUSPENDED);
    }
    boolean consentedToAction =
        known.any(
            Fact.Determined.class,
            it ->
                it.purpose().equals(purpose.purpose())
                    && it.number() == terms.purposeVersion()
                    && it.actions().contains(action));
    // What the purpose forbids altogether is named once.
    if (!consentedToAction && purpose.actions().contains(action)) {
      no.add(ReasonCode.ACTION_OUTSIDE_CONSENT);
    }
    for (Category category : known.data()) {
      if (purpose.categories().contains(category) && !terms.categories().contains(category)) {
        no.add(ReasonCode.CATEGORY_OUTSIDE_CONSENT);
      }
    }
    no.addAll(againstHandingOn(terms.conditions(), known));
    return no;
  }

  /** An address or a number of the person is used. */
  private static boolean isSending(Known known) {
    return known.asked().action() == USE
        && known.data().stream().anyMatch(it -> Set.of("EMAIL", "PHONE").contains(it.value()));
  }

  private static boolean isSuspendedSince(Fact.SaidYes yes, Known known) {
    return known.any(
        Fact.SendingSuspended.class,
        it ->
            it.at().compareTo(yes.at()) >= 0
                && !known.any(
                    Fact.SendingResumed.class, resumed -> resumed.name().equals(it.name())));
  }

  private static Set<ReasonCode> againstHandingOn(ConsentConditions conditions, Known known) {
    ProcessingAction action = known.asked().action();
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    if (TO_SOMEBODY.contains(action) && !conditions.thirdPartyTransfer()) {
      no.add(ReasonCode.TRANSFER_OUTSIDE_CONSENT);
    }
    if (action == DISSEMINATE && !conditions.publication()) {
      no.add(ReasonCode.DISTRIBUTION_OUTSIDE_CONSENT);
    }
    if (RecipientModel.crossesBorder(known) && !conditions.crossBorder()) {
      no.add(ReasonCode.CROSS_BORDER_OUTSIDE_CONSENT);
    }
    if (TO_SOMEBODY.contains(action)
        && conditions.recipients().size() > 0
        && conditions.recipients().stream()
            .noneMatch(named -> named.equals(known.asked().recipientId()))) {
      no.add(ReasonCode.RECIPIENT_OUTSIDE_CONSENT);
    }
    if (RecipientModel.isWithoutContract(known)) {
      no.add(ReasonCode.RECIPIENT_WITHOUT_CONTRACT);
    }
    return no;
  }

  /**
   * Whether a later policy that changed something of substance had ended consents under this one.
   */
  private static boolean isOutdated(PolicyVersion policy, Known known) {
    Fact.Published consented =
        known.newest(Fact.Published.class, it -> it.policy().equals(policy)).orElseThrow();
    return known.any(
        Fact.Published.class,
        it ->
            it.ends() != null
                && !it.ends().isAfter(known.moment())
                && (it.at().isAfter(consented.at())
                    || (it.at().equals(consented.at()) && it.known().isAfter(consented.known()))));
  }
}
