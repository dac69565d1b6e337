package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.DEADLINES;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.process;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.cessationDemanded;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.prohibited;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.unlawfulProcessingFound;

import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Decision.Verdict;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.ProcessingEvent.ProcessingRecorded;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.RecipientId;
import org.junit.jupiter.api.Test;

class ProcessingTest {

  private static final UUID YES = new UUID(7, 1);
  private static final SubjectState CONSENTED =
      SubjectState.evolve(
          SubjectState.evolve(null, registered(), new UUID(7, 0)), consentGiven(NEWSLETTER), YES);

  @Test
  void clause_5_1_a_permitted_act_is_recorded_with_what_permitted_it() {
    List<SubjectEvent> events =
        ProcessingRules.record(
            CONSENTED,
            process(NEWSLETTER, ProcessingAction.USE, EMAIL),
            RegistersBuilder.registers().build(),
            SubjectFixture.NO_HISTORY,
            DEADLINES,
            NOW);

    assertThat(events)
        .containsExactly(
            new ProcessingRecorded(
                CONSENTED.subjectId(),
                act(set(EMAIL)),
                new ProcessingPermission(LegalGround.CONSENT, List.of(YES), POLICY),
                NOW));
  }

  @Test
  void clause_5_4_an_act_that_names_no_data_is_recorded_with_all_that_the_purpose_needs() {
    List<SubjectEvent> events =
        ProcessingRules.record(
            CONSENTED,
            process(NEWSLETTER, ProcessingAction.USE),
            RegistersBuilder.registers().build(),
            SubjectFixture.NO_HISTORY,
            DEADLINES,
            NOW);

    SortedSet<Category> needed =
        RegistersBuilder.registers().build().purpose(NEWSLETTER).latest().definition().categories();
    assertThat(events)
        .extracting(event -> ((ProcessingRecorded) event).act())
        .containsExactly(act(needed));
  }

  @Test
  void clause_3_1_an_act_on_another_ground_is_recorded_with_that_ground() {
    SubjectState claimed =
        SubjectState.evolve(
            SubjectState.evolve(null, registered(), new UUID(7, 0)),
            groundClaimed(LegalGround.CONTRACT),
            new UUID(7, 3));
    List<SubjectEvent> events =
        ProcessingRules.record(
            claimed,
            process(NEWSLETTER, ProcessingAction.USE, EMAIL),
            RegistersBuilder.registers()
                .purpose(NEWSLETTER, definition().restingOn(LegalGround.CONTRACT))
                .build(),
            SubjectFixture.NO_HISTORY,
            DEADLINES,
            NOW);

    assertThat(events)
        .containsExactly(
            new ProcessingRecorded(
                claimed.subjectId(),
                act(set(EMAIL)),
                new ProcessingPermission(LegalGround.CONTRACT, List.of(new UUID(7, 3)), null),
                NOW));
  }

  @Test
  void clause_2_14_whoever_was_handed_data_is_known_even_after_its_end() {
    SubjectState state = SubjectState.evolve(CONSENTED, handedTo(COURIER), new UUID(7, 4));
    state = SubjectState.evolve(state, handedTo(COURIER), new UUID(7, 5));
    state = SubjectState.evolve(state, unlawfulProcessingFound(NEWSLETTER, NOW), new UUID(7, 6));
    assertThat(state.circumstances().recipients()).containsExactly(COURIER, PRINTER);
    assertThat(
            SubjectState.evolve(state, destroyed(NOW), new UUID(7, 7)).circumstances().recipients())
        .containsExactly(COURIER, PRINTER);
  }

  @Test
  void clause_2_14_of_what_is_gone_nothing_but_its_recipients_is_kept() {
    SubjectState state = CONSENTED;
    for (SubjectEvent event :
        List.of(
            groundClaimed(LegalGround.CONTRACT),
            cessationDemanded(NOW),
            prohibited(ProhibitionKind.TRANSFER, NOW),
            handedTo(COURIER),
            anonymised(NOW))) {
      state = SubjectState.evolve(state, event, new UUID(7, 8));
    }
    assertThat(state.circumstances())
        .isEqualTo(
            new Circumstances(
                List.of(), List.of(), List.of(), List.of(), List.of(), set(COURIER), null, null));
  }

  private static ProcessingRecorded handedTo(RecipientId recipient) {
    return new ProcessingRecorded(
        CONSENTED.subjectId(),
        new ProcessingAct(
            NEWSLETTER, ProcessingAction.TRANSFER, set(EMAIL), recipient, null, null, true, true),
        new ProcessingPermission(LegalGround.CONSENT, List.of(YES), POLICY),
        NOW);
  }

  @Test
  void clause_5_1_an_act_without_a_ground_is_refused_with_the_decision() {
    subject()
        .given(registered())
        .when(process(NEWSLETTER, ProcessingAction.USE))
        .thenRefused(
            new Refusal.ProcessingDenied(
                new Decision(
                    Verdict.DENY,
                    null,
                    List.of(new Decision.Reason(ReasonCode.CONSENT_MISSING, List.of())),
                    null,
                    NOW,
                    null)));
  }

  @Test
  void clause_8_4_an_act_after_the_withdrawal_is_refused() {
    assertThat(reasonsAgainstUseAfter(consentWithdrawn(NEWSLETTER, EARLIER)))
        .containsExactly(ReasonCode.CONSENT_WITHDRAWN);
  }

  @Test
  void clause_2_5_an_act_on_what_was_anonymised_is_refused() {
    assertThat(reasonsAgainstUseAfter(anonymised(EARLIER))).contains(ReasonCode.SUBJECT_ANONYMISED);
  }

  private static List<ReasonCode> reasonsAgainstUseAfter(SubjectEvent last) {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                ProcessingRules.record(
                    SubjectState.evolve(CONSENTED, last, new UUID(7, 2)),
                    process(NEWSLETTER, ProcessingAction.USE),
                    RegistersBuilder.registers().build(),
                    SubjectFixture.NO_HISTORY,
                    DEADLINES,
                    NOW));
    return ((Refusal.ProcessingDenied) refused.refusal())
        .decision().reasons().stream().map(Decision.Reason::code).toList();
  }

  private static ProcessingAct act(SortedSet<Category> categories) {
    return new ProcessingAct(
        NEWSLETTER, ProcessingAction.USE, categories, null, null, Channel.EMAIL, true, true);
  }
}
