package org.consentledger.api.console.subject;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.api.decision.DecisionView;
import org.consentledger.api.subject.ClaimedGroundView;
import org.consentledger.api.subject.ConsentView;
import org.consentledger.api.subject.SubjectView;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Question;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to a purpose, at a glance.
 *
 * @param consent the person's answer; none where nobody answered
 * @param grounds the other grounds that were claimed for it
 * @param action the action for which it is shown whether it is permitted
 * @param answer whether it is; none where the purpose is unknown
 */
record PurposeLine(
    PurposeId purposeId,
    @Nullable ConsentView consent,
    List<ClaimedGroundView> grounds,
    @Nullable ProcessingAction action,
    @Nullable DecisionView answer) {

  /** The purposes that have to do with a person, in the order of their codes. */
  static List<PurposeLine> of(Person person) {
    SubjectView view = person.view();
    return purposes(person.state()).stream().map(purpose -> line(person, view, purpose)).toList();
  }

  /** What a person was registered for, answered about, or is processed for on another ground. */
  static SortedSet<PurposeId> purposes(SubjectState state) {
    SortedSet<PurposeId> purposes = new TreeSet<>(state.consents().keySet());
    state.circumstances().grounds().forEach(ground -> purposes.add(ground.claim().purposeId()));
    if (state.purposeId() != null) {
      purposes.add(state.purposeId());
    }
    return purposes;
  }

  private static PurposeLine line(Person person, SubjectView view, PurposeId purpose) {
    Optional<ProcessingAction> action = typicalAction(person, purpose);
    return new PurposeLine(
        purpose,
        view.consents().stream()
            .filter(consent -> consent.purposeId().equals(purpose))
            .findFirst()
            .orElse(null),
        view.grounds().stream().filter(ground -> ground.purposeId().equals(purpose)).toList(),
        action.orElse(null),
        action.map(it -> decide(person, purpose, it)).orElse(null));
  }

  private static DecisionView decide(Person person, PurposeId purpose, ProcessingAction action) {
    Question question = new Question(purpose, action, Collections.emptySortedSet(), null, null);
    return DecisionView.of(
        Decide.decide(person.state(), person.registers(), question, person.at()));
  }

  /** Using data, or what else the purpose is for that asks for a ground and for no recipient. */
  private static Optional<ProcessingAction> typicalAction(Person person, PurposeId purpose) {
    Instant at = person.at();
    SortedSet<ProcessingAction> actions =
        person
            .registers()
            .findPurpose(purpose)
            .flatMap(it -> it.inForceAt(at))
            .map(PurposeVersion::definition)
            .map(PurposeDefinition::actions)
            .orElseGet(TreeSet::new);
    return actions.contains(ProcessingAction.USE)
        ? Optional.of(ProcessingAction.USE)
        : actions.stream()
            .filter(action -> !action.isTransferring() && !action.isOrderedByLaw())
            .findFirst();
  }
}
