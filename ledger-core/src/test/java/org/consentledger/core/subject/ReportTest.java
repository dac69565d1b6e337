package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.report;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.Question;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.ProcessingEvent.ProcessingRecorded;
import org.consentledger.core.subject.ProcessingEvent.UnlawfulProcessingFound;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.junit.jupiter.api.Test;

/** Acts that are reported after they were done. */
class ReportTest {

  /** 24:00 on 11 March, the working day after the one on which tests act, in Kazakhstan. */
  private static final Instant ONE_WORKING_DAY_LATER = Instant.parse("2026-03-11T19:00:00Z");

  private static ProcessingAct act() {
    return new ProcessingAct(
        NEWSLETTER, ProcessingAction.USE, set(EMAIL, PHONE), null, null, Channel.EMAIL, true, true);
  }

  @Test
  void clause_8_9_an_act_without_a_ground_is_recorded_as_unlawful_and_due_in_one_working_day() {
    subject()
        .given(registered())
        .when(report(NEWSLETTER, ProcessingAction.USE, NOW.minusSeconds(60)))
        .then(
            new UnlawfulProcessingFound(
                SUBJECT,
                act(),
                List.of(ReasonCode.CONSENT_MISSING),
                NOW.minusSeconds(60),
                ONE_WORKING_DAY_LATER,
                NOW));
  }

  @Test
  void clause_5_1_what_was_permitted_when_it_was_done_is_lawful_although_it_is_not_any_more() {
    Instant done = EARLIER.plusSeconds(30);
    subject()
        .given(
            registered(),
            consentGiven(NEWSLETTER),
            consentWithdrawn(NEWSLETTER, NOW.minusSeconds(9)))
        .when(report(NEWSLETTER, ProcessingAction.USE, done))
        .then(
            new ProcessingRecorded(
                SUBJECT,
                act(),
                new ProcessingPermission(LegalGround.CONSENT, List.of(new UUID(9, 1)), POLICY),
                done));
  }

  @Test
  void clause_5_1_what_was_not_permitted_when_it_was_done_is_unlawful_although_it_is_now() {
    Instant done = EARLIER.minusSeconds(30);
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(report(NEWSLETTER, ProcessingAction.USE, done))
        .then(
            new UnlawfulProcessingFound(
                SUBJECT,
                act(),
                List.of(ReasonCode.CONSENT_MISSING),
                done,
                ONE_WORKING_DAY_LATER,
                NOW));
  }

  @Test
  void clause_2_14_an_act_on_destroyed_data_is_unlawful() {
    subject()
        .given(registered(), destroyed(NOW.minusSeconds(60)))
        .when(report(NEWSLETTER, ProcessingAction.USE, NOW.minusSeconds(9)))
        .then(
            new UnlawfulProcessingFound(
                SUBJECT,
                act(),
                List.of(ReasonCode.SUBJECT_DESTROYED),
                NOW.minusSeconds(9),
                ONE_WORKING_DAY_LATER,
                NOW));
  }

  @Test
  void what_has_not_been_done_yet_is_not_reported() {
    subject()
        .given(registered())
        .when(report(NEWSLETTER, ProcessingAction.USE, NOW.plusSeconds(90)))
        .thenRefused(new Refusal.EffectiveInFuture());
  }

  @Test
  void clause_2_12_a_distribution_names_its_channel() {
    subject(registers().purpose(SURVEY, definition().distributing().build(), EARLIER))
        .given(
            registered(),
            consentGiven(SURVEY, terms().toVersion(2).allowing(false, false, true), EARLIER))
        .when(
            new RecordProcessing(
                SUBJECT,
                new Question(SURVEY, ProcessingAction.DISSEMINATE, set(EMAIL), null, null),
                null,
                true,
                true,
                null,
                false))
        .thenRefused(new Refusal.ChannelMissing());
  }
}
