package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.emptyRegisters;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.block;
import static org.consentledger.core.testing.SubjectCommands.forNewsletter;
import static org.consentledger.core.testing.SubjectCommands.unblock;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.unblocked;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.junit.jupiter.api.Test;

class BlockingTest {

  private static final Scope EMAILS = Scope.of(set(EMAIL));
  private static final Scope PHONES = Scope.of(set(PHONE));
  private static final Scope BOTH = Scope.of(set(EMAIL, PHONE));

  @Test
  void clause_2_2_everything_is_blocked_at_once() {
    subject()
        .given(registered())
        .when(block(Scope.EVERYTHING))
        .then(blocked(Scope.EVERYTHING, NOW));
  }

  @Test
  void clause_2_2_some_data_is_blocked_for_some_purposes() {
    subject()
        .given(registered())
        .when(block(forNewsletter(EMAIL)))
        .then(blocked(forNewsletter(EMAIL), NOW));
  }

  @Test
  void clause_2_2_blocking_twice_changes_nothing() {
    subject()
        .given(registered(), blocked(EMAILS, EARLIER))
        .when(block(EMAILS))
        .thenNothingChanges();
  }

  @Test
  void clause_2_2_blocking_part_of_what_is_blocked_changes_nothing() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(block(forNewsletter(EMAIL)))
        .thenNothingChanges();
  }

  @Test
  void clause_2_2_blocking_more_than_what_is_blocked_is_recorded() {
    subject()
        .given(registered(), blocked(forNewsletter(EMAIL), EARLIER))
        .when(block(EMAILS))
        .then(blocked(EMAILS, NOW));
  }

  @Test
  void clause_2_2_blocking_together_what_is_blocked_one_by_one_changes_nothing() {
    subject()
        .given(registered(), blocked(EMAILS, EARLIER), blocked(PHONES, EARLIER))
        .when(block(BOTH))
        .thenNothingChanges();
  }

  @Test
  void clause_2_2_blocking_again_what_was_freed_in_between_is_recorded() {
    subject()
        .given(registered(), blocked(EMAILS, EARLIER), unblocked(EMAILS, EARLIER))
        .when(block(EMAILS))
        .then(blocked(EMAILS, NOW));
  }

  @Test
  void clause_2_2_blocking_all_where_a_part_was_freed_is_recorded() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER), unblocked(EMAILS, EARLIER))
        .when(block(Scope.EVERYTHING))
        .then(blocked(Scope.EVERYTHING, NOW));
  }

  @Test
  void clause_2_2_what_is_blocked_is_freed() {
    subject()
        .given(registered(), blocked(EMAILS, EARLIER))
        .when(unblock(EMAILS))
        .then(unblocked(EMAILS, NOW));
  }

  @Test
  void clause_2_2_part_of_what_is_blocked_is_freed() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(unblock(EMAILS))
        .then(unblocked(EMAILS, NOW));
  }

  @Test
  void clause_2_2_freeing_more_than_what_is_blocked_is_recorded() {
    subject()
        .given(registered(), blocked(forNewsletter(EMAIL), EARLIER))
        .when(unblock(Scope.EVERYTHING))
        .then(unblocked(Scope.EVERYTHING, NOW));
  }

  @Test
  void clause_2_2_freeing_what_is_free_changes_nothing() {
    subject().given(registered()).when(unblock(Scope.EVERYTHING)).thenNothingChanges();
  }

  @Test
  void clause_2_2_freeing_one_thing_while_another_is_blocked_changes_nothing() {
    subject()
        .given(registered(), blocked(forNewsletter(EMAIL), EARLIER))
        .when(unblock(new Scope(set(EMAIL), set(SURVEY))))
        .thenNothingChanges();
  }

  @Test
  void clause_2_2_freeing_what_was_freed_within_a_wider_block_changes_nothing() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER), unblocked(BOTH, EARLIER))
        .when(unblock(EMAILS))
        .thenNothingChanges();
  }

  @Test
  void clause_2_2_freeing_together_what_was_freed_one_by_one_changes_nothing() {
    subject()
        .given(
            registered(),
            blocked(Scope.of(set(EMAIL, PHONE, IIN)), EARLIER),
            unblocked(EMAILS, EARLIER),
            unblocked(PHONES, EARLIER))
        .when(unblock(BOTH))
        .thenNothingChanges();
  }

  @Test
  void a_block_comes_after_all_that_a_clock_ahead_recorded() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(block(EMAILS))
        .then(blocked(EMAILS, NOW.plusSeconds(40).plusNanos(1000)));
  }

  @Test
  void an_unblock_comes_after_a_block_of_a_clock_that_was_ahead() {
    subject()
        .given(registered(), blocked(EMAILS, NOW.plusSeconds(40)))
        .when(unblock(EMAILS))
        .then(unblocked(EMAILS, NOW.plusSeconds(40).plusNanos(1000)));
  }

  @Test
  void clause_2_14_nothing_is_blocked_or_freed_after_destruction() {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(block(EMAILS))
        .thenRefused(new Refusal.SubjectDestroyed());
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(unblock(EMAILS))
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_5_nothing_is_blocked_or_freed_after_anonymisation() {
    subject()
        .given(registered(), anonymised(EARLIER))
        .when(block(EMAILS))
        .thenRefused(new Refusal.SubjectAnonymised());
    subject()
        .given(registered(), anonymised(EARLIER))
        .when(unblock(EMAILS))
        .thenRefused(new Refusal.SubjectAnonymised());
  }

  @Test
  void clause_5_2_what_is_for_a_purpose_that_nobody_determined_is_neither_blocked_nor_freed() {
    Scope misspelt = new Scope(set(), set(new PurposeId("newsleter")));
    subject().given(registered()).when(block(misspelt)).thenRefused(new Refusal.PurposeUnknown());
    subject().given(registered()).when(unblock(misspelt)).thenRefused(new Refusal.PurposeUnknown());
  }

  @Test
  void clause_2_8_a_category_that_nobody_knows_is_neither_blocked_nor_freed() {
    Scope misspelt = Scope.of(set(new Category("E_MAIL")));
    subject().given(registered()).when(block(misspelt)).thenRefused(new Refusal.CategoryUnknown());
    subject()
        .given(registered())
        .when(unblock(misspelt))
        .thenRefused(new Refusal.CategoryUnknown());
  }

  @Test
  void clause_2_8_a_category_that_is_held_or_shipped_or_needed_is_blocked() {
    Category own = new Category("LOYALTY_CARD");
    Scope scope = Scope.of(set(own));
    subject()
        .given(registered(NEWSLETTER, EARLIER, own))
        .when(block(scope))
        .then(blocked(scope, NOW));
    subject(registers().purpose(SURVEY, definition().needing(own)))
        .given(registered())
        .when(block(scope))
        .then(blocked(scope, NOW));
    subject(emptyRegisters()).given(registered()).when(block(PHONES)).then(blocked(PHONES, NOW));
  }
}
