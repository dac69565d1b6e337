package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.process;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.registered;

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
            NOW);

    SortedSet<Category> needed =
        RegistersBuilder.registers().build().purpose(NEWSLETTER).latest().definition().categories();
    assertThat(events)
        .extracting(event -> ((ProcessingRecorded) event).act())
        .containsExactly(act(needed));
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
                    NOW));
    return ((Refusal.ProcessingDenied) refused.refusal())
        .decision().reasons().stream().map(Decision.Reason::code).toList();
  }

  private static ProcessingAct act(SortedSet<Category> categories) {
    return new ProcessingAct(
        NEWSLETTER, ProcessingAction.USE, categories, null, null, Channel.EMAIL, true, true);
  }
}
