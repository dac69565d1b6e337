package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.CLERK;
import static org.consentledger.core.testing.SubjectCommands.DISPOSAL;
import static org.consentledger.core.testing.SubjectCommands.OFFICER;
import static org.consentledger.core.testing.SubjectCommands.anonymise;
import static org.consentledger.core.testing.SubjectCommands.approve;
import static org.consentledger.core.testing.SubjectCommands.cancelDisposal;
import static org.consentledger.core.testing.SubjectCommands.destroy;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.disposalRequested;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;
import static org.consentledger.core.vocabulary.DisposalApproval.AUTOMATIC;
import static org.consentledger.core.vocabulary.DisposalMethod.ANONYMISE;
import static org.consentledger.core.vocabulary.DisposalMethod.DESTROY;

import java.time.Instant;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.DisposalEvent.DisposalApproved;
import org.consentledger.core.subject.DisposalEvent.DisposalCancelled;
import org.consentledger.core.subject.DisposalEvent.DisposalRequested;
import org.consentledger.core.subject.HoldEvent.HoldPlaced;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.junit.jupiter.api.Test;

class DisposalTest {

  private static final DisposalRequested WAITS =
      disposalRequested(DESTROY, DisposalApproval.OFFICER, EARLIER.plusSeconds(1));

  private static final HoldPlaced HELD =
      new HoldPlaced(SUBJECT, id(80), id(81), EARLIER.plusSeconds(2));

  private static SubjectFixture withOfficer() {
    return subject(registers().purpose(NEWSLETTER, definition().approvedByOfficer()));
  }

  @Test
  void clause_2_5_a_subject_is_anonymised() {
    subject()
        .given(registered())
        .when(anonymise())
        .then(disposalRequested(ANONYMISE, NOW), anonymised(NOW));
  }

  @Test
  void clause_2_5_a_subject_is_anonymised_once() {
    subject().given(registered(), anonymised(EARLIER)).when(anonymise()).thenNothingChanges();
  }

  @Test
  void clause_2_14_what_was_destroyed_cannot_be_anonymised() {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(anonymise())
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_14_a_subject_is_destroyed() {
    subject()
        .given(registered())
        .when(destroy())
        .then(disposalRequested(DESTROY, NOW), destroyed(NOW));
  }

  @Test
  void clause_2_14_what_was_anonymised_may_still_be_destroyed_and_nobody_has_to_approve_it() {
    withOfficer()
        .given(registered(), anonymised(EARLIER))
        .when(destroy())
        .then(disposalRequested(DESTROY, AUTOMATIC, NOW), destroyed(NOW));
  }

  @Test
  void clause_2_14_a_subject_is_destroyed_once() {
    subject().given(registered(), destroyed(EARLIER)).when(destroy()).thenNothingChanges();
  }

  @Test
  void clause_2_2_blocked_data_is_destroyed_on_request() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(destroy())
        .then(disposalRequested(DESTROY, NOW), destroyed(NOW));
  }

  @Test
  void an_end_comes_after_all_that_a_clock_ahead_recorded() {
    Instant ahead = NOW.plusSeconds(40);
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), ahead))
        .when(destroy())
        .then(disposalRequested(DESTROY, ahead.plusNanos(1000)), destroyed(ahead.plusNanos(1000)));
  }

  @Test
  void clause_5_7_a_hold_stops_every_way_to_the_end() {
    for (SubjectCommand end : new SubjectCommand[] {destroy(), anonymise()}) {
      subject().given(registered(), HELD).when(end).thenRefused(new Refusal.LegalHold());
    }
    withOfficer()
        .given(registered(), WAITS, HELD)
        .when(approve(OFFICER))
        .thenRefused(new Refusal.LegalHold());
  }

  @Test
  void clause_5_7_where_a_purpose_asks_for_it_a_second_person_approves() {
    withOfficer()
        .given(registered())
        .when(destroy())
        .then(disposalRequested(DESTROY, DisposalApproval.OFFICER, NOW));
    withOfficer().given(registered(), WAITS).when(destroy()).thenNothingChanges();
    withOfficer()
        .given(registered(), WAITS)
        .when(approve(OFFICER))
        .then(new DisposalApproved(SUBJECT, DISPOSAL, OFFICER, NOW), destroyed(NOW));
  }

  @Test
  void clause_5_7_who_asked_does_not_approve() {
    withOfficer()
        .given(registered(), WAITS)
        .when(approve(CLERK))
        .thenRefused(new Refusal.SecondPersonNeeded());
  }

  @Test
  void clause_5_7_there_must_be_something_to_approve() {
    withOfficer()
        .given(registered())
        .when(approve(OFFICER))
        .thenRefused(new Refusal.NothingToApprove());
    withOfficer()
        .given(registered(), WAITS, destroyed(NOW))
        .when(approve(OFFICER))
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_5_7_a_disposal_of_another_kind_is_called_off_first() {
    withOfficer()
        .given(registered(), WAITS)
        .when(anonymise())
        .thenRefused(new Refusal.DisposalPending());
    DisposalCancelled cancelled = new DisposalCancelled(SUBJECT, DISPOSAL, id(71), NOW);
    withOfficer().given(registered(), WAITS).when(cancelDisposal()).then(cancelled);
    withOfficer()
        .given(registered(), WAITS, cancelled)
        .at(NOW.plusSeconds(1))
        .when(anonymise())
        .then(disposalRequested(ANONYMISE, DisposalApproval.OFFICER, NOW.plusSeconds(1)));
    withOfficer()
        .given(registered(), WAITS, cancelled)
        .when(cancelDisposal())
        .thenRefused(new Refusal.NothingToApprove());
  }
}
