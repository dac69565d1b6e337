package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.forNewsletter;
import static org.consentledger.core.testing.SubjectCommands.rectify;
import static org.consentledger.core.testing.SubjectCommands.rectifyAndUnblock;
import static org.consentledger.core.testing.SubjectCommands.register;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.rectified;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.unblocked;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.RegistrationEvent.SubjectRegistered;
import org.consentledger.core.subject.SubjectCommand.RegisterSubject;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  @Test
  void clause_2_10_a_person_is_registered_with_what_was_collected() {
    subject()
        .when(
            new RegisterSubject(
                SUBJECT, NEWSLETTER, Source.EMAIL, Language.KK, set(EMAIL), id(3), true))
        .then(
            new SubjectRegistered(
                SUBJECT, NEWSLETTER, Source.EMAIL, Language.KK, set(EMAIL), id(3), true, NOW));
  }

  @Test
  void clause_2_10_a_person_is_registered_without_any_data() {
    subject().when(register(null)).then(registered(null, NOW));
  }

  @Test
  void clause_5_2_data_without_a_purpose_is_refused() {
    subject().when(register(null, EMAIL)).thenRefused(new Refusal.PurposeMissing());
  }

  @Test
  void clause_5_2_data_for_a_purpose_that_nobody_determined_is_refused() {
    subject()
        .when(register(new PurposeId("unheard-of"), EMAIL))
        .thenRefused(new Refusal.PurposeUnknown());
  }

  @Test
  void clause_8_9_data_for_a_retired_purpose_is_refused() {
    subject(registers().retired(NEWSLETTER, NOW))
        .when(register(NEWSLETTER, EMAIL))
        .thenRefused(new Refusal.PurposeRetired());
  }

  @Test
  void clause_5_5_data_that_the_purpose_does_not_need_is_refused() {
    subject()
        .when(register(NEWSLETTER, EMAIL, IIN))
        .thenRefused(new Refusal.CategoryOutsidePurpose());
  }

  @Test
  void clause_4_1_held_data_is_rectified() {
    subject()
        .given(registered())
        .when(rectify(EMAIL))
        .then(rectified(RequestReason.INACCURATE, NOW, EMAIL));
  }

  @Test
  void clause_8_3_data_that_the_purpose_needs_and_that_was_missing_is_completed() {
    subject()
        .given(registered(NEWSLETTER, EARLIER, EMAIL))
        .when(rectify(PHONE))
        .then(rectified(RequestReason.INACCURATE, NOW, PHONE));
  }

  @Test
  void clause_4_1_held_data_is_rectified_even_if_its_purpose_is_retired() {
    subject(registers().retired(NEWSLETTER, EARLIER))
        .given(registered())
        .when(rectify(EMAIL))
        .then(rectified(RequestReason.INACCURATE, NOW, EMAIL));
  }

  @Test
  void clause_5_5_rectifying_brings_in_no_data_that_the_purpose_does_not_need() {
    subject()
        .given(registered())
        .when(rectify(EMAIL, IIN))
        .thenRefused(new Refusal.CategoryOutsidePurpose());
  }

  @Test
  void clause_5_5_nothing_is_rectified_where_nothing_was_collected_for_any_purpose() {
    subject()
        .given(registered(null, EARLIER))
        .when(rectify(EMAIL))
        .thenRefused(new Refusal.CategoryOutsidePurpose());
  }

  @Test
  void clause_4_1_rectifying_nothing_changes_nothing() {
    subject().given(registered()).when(rectify()).thenNothingChanges();
  }

  @Test
  void clause_2_2_blocked_data_is_rectified_and_stays_blocked() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(rectify(EMAIL))
        .then(rectified(RequestReason.INACCURATE, NOW, EMAIL));
  }

  @Test
  void clause_2_2_rectify_and_unblock_happen_in_the_same_breath() {
    subject()
        .given(registered(), blocked(Scope.of(set(EMAIL)), EARLIER))
        .when(rectifyAndUnblock(Scope.of(set(EMAIL)), EMAIL))
        .then(
            rectified(RequestReason.INACCURATE, NOW, EMAIL), unblocked(Scope.of(set(EMAIL)), NOW));
  }

  @Test
  void clause_2_2_rectify_and_unblock_frees_its_scope_only() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(rectifyAndUnblock(forNewsletter(EMAIL), EMAIL))
        .then(
            rectified(RequestReason.INACCURATE, NOW, EMAIL), unblocked(forNewsletter(EMAIL), NOW));
  }

  @Test
  void clause_2_2_rectify_and_unblock_unblocks_nothing_that_is_free() {
    subject()
        .given(registered(), blocked(Scope.of(set(PHONE)), EARLIER))
        .when(rectifyAndUnblock(Scope.of(set(EMAIL)), EMAIL))
        .then(rectified(RequestReason.INACCURATE, NOW, EMAIL));
  }

  @Test
  void clause_2_2_rectify_and_unblock_without_data_unblocks() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(rectifyAndUnblock(Scope.EVERYTHING))
        .then(unblocked(Scope.EVERYTHING, NOW));
  }

  @Test
  void a_rectification_comes_after_all_that_a_clock_ahead_recorded() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(rectify(EMAIL))
        .then(rectified(RequestReason.INACCURATE, NOW.plusSeconds(40).plusNanos(1000), EMAIL));
  }

  @Test
  void clause_2_14_nothing_is_rectified_after_destruction() {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(rectify(EMAIL))
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_5_nothing_is_rectified_after_anonymisation() {
    subject()
        .given(registered(), anonymised(EARLIER))
        .when(rectify(EMAIL))
        .thenRefused(new Refusal.SubjectAnonymised());
  }
}
