package org.consentledger.core.decision;

import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.ClaimBuilder.claim;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectEvents.cessationDemanded;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRenewed;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.transferCessationDemanded;
import static org.consentledger.core.testing.SubjectEvents.unlawfulProcessingFound;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.util.stream.Stream;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.testing.TermsBuilder;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends processing as of a moment (clauses 3.2, 8.9), and what goes on (clause 3.1). */
class StopReasonsTest {

  private static final TermsBuilder TO_ANYBODY = terms().allowing(true, true, true);

  private static RegistersBuilder restingOn(LegalGround... grounds) {
    return registers().purpose(NEWSLETTER, definition().restingOn(grounds).distributing());
  }

  /** What ends the use of data, with the reason. */
  static Stream<Object[]> stops() {
    return Stream.of(
        new Object[] {cessationDemanded(NOW), ReasonCode.CESSATION_DEMANDED},
        new Object[] {cessationDemanded(NOW, NEWSLETTER), ReasonCode.CESSATION_DEMANDED},
        new Object[] {
          unlawfulProcessingFound(NEWSLETTER, NOW), ReasonCode.UNLAWFUL_PROCESSING_FOUND
        });
  }

  @Test
  void clause_8_9_CESSATION_DEMANDED_denies_what_rests_on_consent() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), cessationDemanded(NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CESSATION_DEMANDED)
        .restsOn(id(3));
  }

  @Test
  void clause_3_2_TRANSFER_CESSATION_DEMANDED_denies_handing_on_and_nothing_else() {
    Asking asking =
        given(
                registered(),
                consentGiven(NEWSLETTER, TO_ANYBODY, EARLIER),
                transferCessationDemanded(NOW))
            .in(restingOn(LegalGround.CONSENT))
            .to(PRINTER);
    for (ProcessingAction action : ProcessingAction.values()) {
      if (action.isTransferring()) {
        assertThatDecision(asking.may(action, EMAIL))
            .isDeniedBecause(ReasonCode.TRANSFER_CESSATION_DEMANDED)
            .restsOn(id(3));
      } else if (!action.isOrderedByLaw()) {
        assertThatDecision(asking.may(action, EMAIL)).isPermittedByConsent();
      }
    }
  }

  @Test
  void clause_8_9_UNLAWFUL_PROCESSING_FOUND_denies_for_its_purpose() {
    Asking asking =
        given(
            registered(),
            consentGiven(NEWSLETTER),
            consentGiven(SURVEY),
            unlawfulProcessingFound(NEWSLETTER, NOW));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.UNLAWFUL_PROCESSING_FOUND)
        .restsOn(id(4));
    assertThatDecision(asking.forPurpose(SURVEY).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @ParameterizedTest
  @MethodSource("stops")
  void clause_8_9_only_what_begins_later_permits_again(SubjectEvent stop, ReasonCode code) {
    assertThatDecision(
            given(registered(), stop, consentGiven(NEWSLETTER, terms(), NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(code);
    assertThatDecision(
            given(registered(), stop, consentGiven(NEWSLETTER, terms(), NOW.plusNanos(1000)))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @ParameterizedTest
  @MethodSource("stops")
  void clause_8_9_a_consent_that_is_renewed_later_permits_again(
      SubjectEvent stop, ReasonCode code) {
    Asking asking = given(registered(), consentGiven(NEWSLETTER), stop);
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL)).isDeniedBecause(code);
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER),
                    stop,
                    consentRenewed(NEWSLETTER, terms(), NOW.plusNanos(1000)))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @ParameterizedTest
  @EnumSource(names = {"LEGAL_OBLIGATION", "JUSTICE", "CONTRACT", "MANDATORY_DISCLOSURE"})
  void clause_3_1_what_binds_the_operator_goes_on(LegalGround ground) {
    stops()
        .map(row -> (SubjectEvent) row[0])
        .forEach(
            stop ->
                assertThatDecision(
                        given(registered(), groundClaimed(ground), stop)
                            .in(restingOn(ground))
                            .may(ProcessingAction.USE, EMAIL))
                    .isPermitted(ground, ReasonCode.valueOf("ON_" + ground)));
  }

  @ParameterizedTest
  @EnumSource(names = {"LEGITIMATE_INTEREST", "PUBLIC_INTEREST", "MADE_PUBLIC_BY_SUBJECT"})
  void clause_8_9_what_does_not_bind_the_operator_ends(LegalGround ground) {
    stops()
        .forEach(
            row -> {
              SubjectEvent stop = (SubjectEvent) row[0];
              assertThatDecision(
                      given(registered(), groundClaimed(claim(ground), NOW), stop)
                          .in(restingOn(ground))
                          .may(ProcessingAction.USE, EMAIL))
                  .isDeniedBecause((ReasonCode) row[1])
                  .restsOn(id(3));
              assertThatDecision(
                      given(registered(), stop, groundClaimed(claim(ground), NOW.plusNanos(1000)))
                          .in(restingOn(ground))
                          .may(ProcessingAction.USE, EMAIL))
                  .isPermitted(ground, ReasonCode.valueOf("ON_" + ground));
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"LEGAL_OBLIGATION", "JUSTICE", "MANDATORY_DISCLOSURE"})
  void clause_8_2_a_legal_duty_to_hand_data_on_outlasts_the_demand_to_stop(LegalGround ground) {
    assertThatDecision(
            given(registered(), groundClaimed(ground), transferCessationDemanded(NOW))
                .in(restingOn(ground))
                .to(PRINTER)
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isPermitted(ground, ReasonCode.valueOf("ON_" + ground));
  }

  @Test
  void clause_8_9_a_stop_for_one_purpose_leaves_another_alone() {
    Asking asking =
        given(
            registered(),
            consentGiven(NEWSLETTER),
            consentGiven(SURVEY, TO_ANYBODY, EARLIER),
            cessationDemanded(NOW, NEWSLETTER),
            transferCessationDemanded(NOW, NEWSLETTER));
    assertThatDecision(asking.forPurpose(SURVEY).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(asking.forPurpose(SURVEY).to(PRINTER).may(ProcessingAction.TRANSFER, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_8_9_of_several_stops_the_latest_counts_in_whichever_order_they_were_recorded() {
    assertThatDecision(
            given(
                    registered(),
                    cessationDemanded(NOW),
                    consentGiven(NEWSLETTER, terms(), NOW.minusSeconds(1)),
                    cessationDemanded(EARLIER, NEWSLETTER))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CESSATION_DEMANDED)
        .restsOn(id(2));
    assertThatDecision(
            given(
                    registered(),
                    cessationDemanded(EARLIER),
                    cessationDemanded(NOW, NEWSLETTER),
                    consentGiven(NEWSLETTER, terms(), NOW.minusSeconds(1)))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CESSATION_DEMANDED)
        .restsOn(id(3));
  }

  @Test
  void clause_3_2_what_the_law_orders_goes_on_after_every_stop() {
    assertThatDecision(
            given(registered(), cessationDemanded(NOW), unlawfulProcessingFound(NEWSLETTER, NOW))
                .may(ProcessingAction.ERASE, EMAIL))
        .isOrderedByLaw();
  }

  @Test
  void clause_8_9_stops_of_all_kinds_are_all_named() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, TO_ANYBODY, EARLIER),
                    cessationDemanded(NOW.minusSeconds(3), NEWSLETTER),
                    unlawfulProcessingFound(NEWSLETTER, NOW.minusSeconds(2)),
                    transferCessationDemanded(NOW.minusSeconds(1)))
                .to(PRINTER)
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(
            ReasonCode.CESSATION_DEMANDED,
            ReasonCode.UNLAWFUL_PROCESSING_FOUND,
            ReasonCode.TRANSFER_CESSATION_DEMANDED)
        .restsOn(id(3), id(5), id(4));
  }
}
