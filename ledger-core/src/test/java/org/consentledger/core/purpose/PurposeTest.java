package org.consentledger.core.purpose;

import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.RegistersBuilder.emptyRegisters;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NEXT_POLICY;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.id;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.purpose.PurposeCommand.DefinePurpose;
import org.consentledger.core.purpose.PurposeCommand.RetirePurpose;
import org.consentledger.core.purpose.PurposeEvent.PurposeDefined;
import org.consentledger.core.purpose.PurposeEvent.PurposeRetired;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.testing.RegistersBuilder;
import org.junit.jupiter.api.Test;

class PurposeTest {

  private static AggregateTestFixture<Purpose> purpose() {
    return purpose(emptyRegisters().policy(POLICY, BEGINNING));
  }

  private static AggregateTestFixture<Purpose> purpose(RegistersBuilder registers) {
    AggregateTestFixture<Purpose> fixture = new AggregateTestFixture<>(Purpose.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource((RegisterReader) registers::build);
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  private static DefinePurpose define(DefinitionBuilder definition) {
    return new DefinePurpose(NEWSLETTER, definition.build());
  }

  private static PurposeDefined defined(
      int number, DefinitionBuilder definition, Instant effectiveFrom, Instant definedAt) {
    return new PurposeDefined(NEWSLETTER, number, definition.build(), effectiveFrom, definedAt);
  }

  @Test
  void clause_6_the_first_version_holds_since_the_policy_that_announces_it() {
    purpose()
        .givenNoPriorActivity()
        .when(define(definition()))
        .expectEvents(defined(1, definition(), BEGINNING, NOW));
  }

  @Test
  void clause_6_the_first_version_holds_now_where_its_policy_is_not_in_force_yet() {
    purpose(emptyRegisters().policy(POLICY, NOW.plusSeconds(60)))
        .givenNoPriorActivity()
        .when(define(definition()))
        .expectEvents(defined(1, definition(), NOW, NOW));
  }

  @Test
  void clause_12_2_a_purpose_that_no_policy_announces_is_refused() {
    purpose()
        .givenNoPriorActivity()
        .when(define(definition().announcedBy(NEXT_POLICY)))
        .expectException(refusedBecause(new Refusal.PolicyUnknown()))
        .expectNoEvents();
  }

  @Test
  void clause_5_2_another_definition_is_a_new_version_from_now_on() {
    purpose()
        .given(defined(1, definition(), BEGINNING, EARLIER))
        .when(define(definition().needing(EMAIL)))
        .expectEvents(defined(2, definition().needing(EMAIL), NOW, NOW));
  }

  @Test
  void clause_5_2_the_same_definition_changes_nothing() {
    purpose()
        .given(defined(1, definition(), BEGINNING, EARLIER))
        .when(define(definition()))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_5_2_where_the_vault_keeps_the_same_titles_makes_no_new_version() {
    purpose()
        .given(defined(1, definition(), BEGINNING, EARLIER))
        .when(define(definition().titled("b".repeat(64), id(999))))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_5_2_other_titles_make_a_new_version() {
    purpose()
        .given(defined(1, definition(), BEGINNING, EARLIER))
        .when(define(definition().titled("c".repeat(64), id(999))))
        .expectEvents(defined(2, definition().titled("c".repeat(64), id(999)), NOW, NOW));
  }

  @Test
  void clause_5_2_going_back_to_an_earlier_definition_is_a_new_version_too() {
    purpose()
        .given(
            defined(1, definition(), BEGINNING, EARLIER),
            defined(2, definition().needing(EMAIL), EARLIER, EARLIER))
        .when(define(definition()))
        .expectEvents(defined(3, definition(), NOW, NOW));
  }

  @Test
  void clause_8_9_a_purpose_is_retired() {
    purpose()
        .given(defined(1, definition(), BEGINNING, EARLIER))
        .when(new RetirePurpose(NEWSLETTER))
        .expectEvents(new PurposeRetired(NEWSLETTER, NOW));
  }

  @Test
  void clause_8_9_a_purpose_is_retired_once() {
    purpose()
        .given(
            defined(1, definition(), BEGINNING, EARLIER), new PurposeRetired(NEWSLETTER, EARLIER))
        .when(new RetirePurpose(NEWSLETTER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_8_9_a_retired_purpose_is_not_defined_anew() {
    purpose()
        .given(
            defined(1, definition(), BEGINNING, EARLIER), new PurposeRetired(NEWSLETTER, EARLIER))
        .when(define(definition().needing(EMAIL)))
        .expectException(refusedBecause(new Refusal.PurposeRetired()))
        .expectNoEvents();
  }

  @Test
  void clause_5_2_a_purpose_that_nobody_determined_is_not_retired() {
    purpose()
        .givenNoPriorActivity()
        .when(new RetirePurpose(NEWSLETTER))
        .expectException(AggregateNotFoundException.class)
        .expectNoEvents();
  }
}
