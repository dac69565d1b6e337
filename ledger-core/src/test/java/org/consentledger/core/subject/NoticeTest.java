package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.DISPOSAL;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.disposalRequested;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.vocabulary.DisposalMethod.DESTROY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.DisposalEvent.CategoriesErased;
import org.consentledger.core.subject.DisposalEvent.DisposalCancelled;
import org.consentledger.core.subject.DisposalEvent.DisposalRequested;
import org.consentledger.core.subject.NoticeEvent.RecipientConfirmed;
import org.consentledger.core.subject.NoticeEvent.RecipientTold;
import org.consentledger.core.subject.ProcessingEvent.ProcessingRecorded;
import org.consentledger.core.subject.ProcessingEvent.UnlawfulProcessingFound;
import org.consentledger.core.subject.SubjectCommand.ConfirmNotice;
import org.consentledger.core.subject.SubjectCommand.TellRecipient;
import org.consentledger.core.testing.SubjectCommands;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was given data hears of its end, and confirms (clauses 2.11, 2.14). */
class NoticeTest {

  private static final RecipientId STRANGER = new RecipientId("stranger");
  private static final Instant GIVEN = EARLIER.plusSeconds(1);
  private static final Instant GONE = EARLIER.plusSeconds(10);
  private static final SubjectEvent ASKED = disposalRequested(DESTROY, GONE);
  private static final RecipientTold TOLD =
      new RecipientTold(SUBJECT, DISPOSAL, PRINTER, Channel.LETTER, id(90), GONE.plusSeconds(5));

  private static SubjectEvent given(RecipientId recipient, Instant at, Category... categories) {
    return new ProcessingRecorded(
        SUBJECT,
        act(recipient, categories),
        new ProcessingPermission(LegalGround.CONSENT, List.of(), new PolicyVersion("1.0")),
        at);
  }

  private static ProcessingAct act(RecipientId recipient, Category... categories) {
    return new ProcessingAct(
        NEWSLETTER, ProcessingAction.TRANSFER, set(categories), recipient, null, null, true, true);
  }

  private static SubjectEvent reported(RecipientId recipient, Instant done, Instant found) {
    return new UnlawfulProcessingFound(
        SUBJECT, act(recipient, EMAIL), List.of(ReasonCode.CONSENT_MISSING), done, found, found);
  }

  private static TellRecipient tell(UUID disposal, RecipientId recipient, @Nullable Instant at) {
    return new TellRecipient(SUBJECT, disposal, recipient, Channel.LETTER, id(90), at);
  }

  private static ConfirmNotice confirm(RecipientId recipient, @Nullable Instant at) {
    return new ConfirmNotice(SUBJECT, DISPOSAL, recipient, Channel.EMAIL, null, at);
  }

  private static SubjectFixture gone(SubjectEvent... then) {
    List<SubjectEvent> past =
        new ArrayList<>(List.of(registered(), given(PRINTER, GIVEN, EMAIL), ASKED));
    past.add(destroyed(GONE));
    past.addAll(List.of(then));
    return subject().given(past.toArray(SubjectEvent[]::new));
  }

  private static List<Disposal> disposals(SubjectEvent... past) {
    List<SubjectHistory.Entry> entries = new ArrayList<>();
    for (SubjectEvent event : past) {
      entries.add(
          new SubjectHistory.Entry(event, new UUID(9, entries.size()), event.effectiveAt()));
    }
    return Disposals.of(new SubjectHistory(entries));
  }

  @Test
  void clause_2_14_a_recipient_is_told_of_the_end_and_confirms_it() {
    gone()
        .when(tell(DISPOSAL, PRINTER, null))
        .then(new RecipientTold(SUBJECT, DISPOSAL, PRINTER, Channel.LETTER, id(90), NOW));
    gone(TOLD)
        .when(confirm(PRINTER, NOW.minusSeconds(1)))
        .then(
            new RecipientConfirmed(
                SUBJECT, DISPOSAL, PRINTER, Channel.EMAIL, null, NOW.minusSeconds(1)));
  }

  @Test
  void clause_2_14_told_twice_is_told_once_and_so_with_a_confirmation() {
    gone(TOLD).when(tell(DISPOSAL, PRINTER, null)).thenNothingChanges();
    gone(TOLD, new RecipientConfirmed(SUBJECT, DISPOSAL, PRINTER, Channel.EMAIL, null, NOW))
        .when(confirm(PRINTER, null))
        .thenNothingChanges();
  }

  @Test
  void clause_2_14_nobody_confirms_what_he_was_not_told() {
    gone().when(confirm(PRINTER, null)).thenRefused(new Refusal.ConfirmationBeforeNotice());
    gone(TOLD)
        .when(confirm(PRINTER, TOLD.effectiveAt().minusSeconds(1)))
        .thenRefused(new Refusal.ConfirmationBeforeNotice());
  }

  @Test
  void clause_2_14_nobody_is_told_of_what_was_not_done() {
    gone().when(tell(id(404), PRINTER, null)).thenRefused(new Refusal.DisposalUnknown());
    gone()
        .when(tell(DISPOSAL, PRINTER, GONE.minusSeconds(1)))
        .thenRefused(new Refusal.DisposalNotDone());
    gone()
        .when(tell(DISPOSAL, PRINTER, NOW.plusSeconds(90)))
        .thenRefused(new Refusal.EffectiveInFuture());
    SubjectEvent waits = disposalRequested(DESTROY, DisposalApproval.OFFICER, GONE);
    subject()
        .given(registered(), given(PRINTER, GIVEN, EMAIL), waits)
        .when(tell(DISPOSAL, PRINTER, null))
        .thenRefused(new Refusal.DisposalNotDone());
    subject()
        .given(
            registered(),
            given(PRINTER, GIVEN, EMAIL),
            waits,
            new DisposalCancelled(SUBJECT, DISPOSAL, id(71), GONE.plusSeconds(1)))
        .when(tell(DISPOSAL, PRINTER, null))
        .thenRefused(new Refusal.DisposalNotDone());
  }

  @Test
  void clause_2_11_who_was_never_given_the_data_is_not_told() {
    gone().when(tell(DISPOSAL, STRANGER, null)).thenRefused(new Refusal.RecipientWithoutData());
    gone().when(confirm(STRANGER, null)).thenRefused(new Refusal.RecipientWithoutData());
  }

  @Test
  void clause_5_7_of_an_erasure_those_hear_who_were_given_the_categories_and_of_no_data_twice() {
    DisposalRequested erasing = erasing(EMAIL);
    List<Disposal> disposals =
        disposals(
            registered(),
            given(PRINTER, GIVEN, EMAIL),
            given(STRANGER, GIVEN, PHONE),
            erasing,
            new CategoriesErased(SUBJECT, set(EMAIL), DisposalGround.CONSENT_EXPIRED, GONE),
            disposalRequested(DESTROY, NOW),
            destroyed(NOW));

    assertThat(disposals).extracting(Disposal::whole).containsExactly(false, true);
    assertThat(disposals.getFirst().outstanding()).containsExactly(PRINTER);
    assertThat(disposals.getLast().outstanding()).containsExactly(STRANGER);
    assertThat(disposals.getLast().categories()).doesNotContain(EMAIL);
  }

  private static DisposalRequested erasing(Category... categories) {
    return new DisposalRequested(
        SUBJECT,
        id(60),
        DESTROY,
        set(categories),
        DisposalGround.CONSENT_EXPIRED,
        null,
        DisposalApproval.AUTOMATIC,
        SubjectCommands.CLERK,
        EARLIER,
        EARLIER,
        GONE);
  }

  @Test
  void clause_2_14_an_act_that_is_reported_after_the_end_adds_who_got_the_data() {
    Disposal disposal =
        disposals(
                registered(),
                ASKED,
                destroyed(GONE),
                reported(STRANGER, GONE.minusSeconds(3), GONE.plusSeconds(3)))
            .getFirst();
    assertThat(disposal.outstanding()).containsExactly(STRANGER);
    assertThat(disposal.changes()).isEqualTo(1);

    List<Disposal> erased =
        disposals(
            registered(),
            erasing(EMAIL),
            new CategoriesErased(SUBJECT, set(EMAIL), DisposalGround.CONSENT_EXPIRED, GONE),
            reported(PRINTER, GONE.minusSeconds(3), GONE.plusSeconds(3)),
            reported(STRANGER, GONE.plusSeconds(1), GONE.plusSeconds(3)),
            disposalRequested(DESTROY, NOW),
            destroyed(NOW));
    assertThat(erased.getFirst().outstanding()).containsExactly(PRINTER);
    assertThat(erased.getLast().outstanding()).containsExactly(STRANGER);
  }

  @Test
  void clause_5_7_a_disposal_that_another_overtakes_is_never_done() {
    List<Disposal> disposals =
        disposals(
            registered(),
            new DisposalRequested(
                SUBJECT,
                id(60),
                DESTROY,
                set(EMAIL),
                DisposalGround.CONSENT_EXPIRED,
                null,
                DisposalApproval.OFFICER,
                SubjectCommands.CLERK,
                EARLIER,
                EARLIER,
                GIVEN),
            ASKED,
            destroyed(GONE));
    assertThat(disposals)
        .extracting(Disposal::progress)
        .containsExactly(DisposalProgress.SUPERSEDED, DisposalProgress.DONE);
  }

  @Test
  void clause_2_14_data_that_ended_before_requests_were_recorded_has_a_disposal_too() {
    Disposal disposal =
        disposals(registered(), given(PRINTER, GIVEN, EMAIL), destroyed(GONE)).getFirst();
    assertThat(disposal.disposalId()).isEqualTo(new UUID(9, 2));
    assertThat(disposal.requestedBy()).isNull();
    assertThat(disposal.progress()).isEqualTo(DisposalProgress.DONE);
    assertThat(disposal.outstanding()).containsExactly(PRINTER);
  }
}
