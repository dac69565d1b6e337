package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.ClaimBuilder.claim;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.APPROVER;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.SubjectCommands.claimGround;
import static org.consentledger.core.testing.SubjectCommands.rectify;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.groundEnded;
import static org.consentledger.core.testing.SubjectEvents.rectified;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Claiming a ground other than consent; see {@link EndingGroundTest} for its end. */
class GroundTest {

  private static final Instant IN_A_YEAR = Instant.parse("2027-03-10T09:00:00Z");

  /** A newsletter that rests on every ground. */
  private static SubjectFixture newsletter() {
    return newsletter(definition().restingOn(LegalGround.values()));
  }

  private static SubjectFixture newsletter(DefinitionBuilder definition) {
    return subject(registers().purpose(NEWSLETTER, definition));
  }

  @Test
  void clause_7_4_a_contract_is_claimed_with_number_and_role() {
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).bringing("contractNumber", "role").build())
        .then(groundClaimed(claim(LegalGround.CONTRACT).until(IN_A_YEAR), NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "LEGAL_OBLIGATION, act, article",
    "JUSTICE, act, number",
    "JUSTICE, act, date",
    "JUSTICE, number, date",
    "CONTRACT, contractNumber, role",
    "LEGITIMATE_INTEREST, interest, balancing",
    "PUBLIC_INTEREST, interest, balancing",
    "MADE_PUBLIC_BY_SUBJECT, proof,",
    "MANDATORY_DISCLOSURE, law, article"
  })
  void section_7_a_claim_that_lacks_evidence_is_refused_and_told_which(
      LegalGround ground, String one, String other) {
    List<String> others = ground.evidence().stream().filter(key -> !key.equals(one)).toList();
    newsletter()
        .given(registered())
        .when(claimGround(ground).bringing(others.toArray(String[]::new)).build())
        .thenRefused(new Refusal.EvidenceMissing(ground, List.of(one)));
    if (other != null) {
      newsletter()
          .given(registered())
          .when(
              claimGround(ground)
                  .bringing(
                      ground.evidence().stream()
                          .filter(key -> !key.equals(one) && !key.equals(other))
                          .toArray(String[]::new))
                  .build())
          .thenRefused(new Refusal.EvidenceMissing(ground, List.of(one, other)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CONSENT"})
  void section_7_a_claim_with_all_evidence_and_more_is_recorded(LegalGround ground) {
    String[] more =
        Stream.concat(ground.evidence().stream(), Stream.of("note")).toArray(String[]::new);
    newsletter()
        .given(registered())
        .when(claimGround(ground).bringing(more).approvedBy(APPROVER).build())
        .then(groundClaimed(claim(ground).approvedBy(APPROVER).until(IN_A_YEAR), NOW));
  }

  @Test
  void clause_7_1_consent_cannot_be_claimed() {
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONSENT).build())
        .thenRefused(new Refusal.ConsentNotClaimed());
  }

  @Test
  void clause_6_a_ground_that_the_purpose_does_not_rest_on_is_refused() {
    newsletter(definition().restingOn(LegalGround.CONSENT, LegalGround.JUSTICE))
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).build())
        .thenRefused(new Refusal.GroundOutsidePurpose());
  }

  @Test
  void clause_4_1_marketing_opens_on_no_ground_but_consent() {
    newsletter(definition().restingOn(LegalGround.values()).marketing())
        .given(registered())
        .when(claimGround(LegalGround.LEGITIMATE_INTEREST).build())
        .thenRefused(new Refusal.MarketingNeedsConsent());
  }

  @Test
  void clause_5_2_a_purpose_that_nobody_determined_has_no_ground() {
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).forPurpose(new PurposeId("unheard-of")).build())
        .thenRefused(new Refusal.PurposeUnknown());
  }

  @Test
  void clause_8_9_a_ground_is_claimed_until_the_purpose_has_ended_and_not_from_then_on() {
    SubjectFixture retired =
        subject(
            registers()
                .purpose(NEWSLETTER, definition().restingOn(LegalGround.CONTRACT))
                .retired(NEWSLETTER, NOW.minusSeconds(60)));
    retired
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).build())
        .thenRefused(new Refusal.PurposeRetired());
    retired
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).at(NOW.minusSeconds(60)).build())
        .thenRefused(new Refusal.PurposeRetired());
    retired
        .given(registered())
        .when(
            claimGround(LegalGround.CONTRACT)
                .at(NOW.minusSeconds(60).minusNanos(1))
                .until(IN_A_YEAR)
                .build())
        .then(
            groundClaimed(
                claim(LegalGround.CONTRACT).until(IN_A_YEAR), NOW.minusSeconds(60).minusNanos(1)));
  }

  @Test
  void clause_5_5_a_ground_covers_what_was_named_or_all_that_the_purpose_needs() {
    newsletter(definition().restingOn(LegalGround.CONTRACT).needing(EMAIL, PHONE, IIN))
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).covering(IIN).build())
        .then(groundClaimed(claim(LegalGround.CONTRACT).covering(IIN).until(IN_A_YEAR), NOW));
    newsletter(definition().restingOn(LegalGround.CONTRACT).needing(EMAIL, PHONE, IIN))
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).build())
        .then(
            groundClaimed(
                claim(LegalGround.CONTRACT).covering(EMAIL, PHONE, IIN).until(IN_A_YEAR), NOW));
  }

  @Test
  void clause_5_5_a_ground_for_data_that_the_purpose_does_not_need_is_refused() {
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).covering(EMAIL, IIN).build())
        .thenRefused(new Refusal.CategoryOutsidePurpose());
  }

  @Test
  void clause_6_a_ground_must_end_after_it_begins() {
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).until(NOW).build())
        .thenRefused(new Refusal.ExpiryBeforeBeginning());
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).until(NOW.plusNanos(1)).build())
        .then(groundClaimed(claim(LegalGround.CONTRACT).until(NOW.plusNanos(1)), NOW));
  }

  @ParameterizedTest
  @CsvSource({
    // 29 February 2028, half past midnight in Almaty; a year later there is no such day.
    "2028-02-28T19:30:00Z, P1Y, 2029-02-27T19:30:00Z",
    "2028-02-28T19:30:00Z, , 2029-02-27T19:30:00Z",
    // 29 February 2028, the last second in Almaty, and the first of 1 March.
    "2028-02-29T18:59:59Z, P1Y, 2029-02-28T18:59:59Z",
    "2028-02-29T19:00:00Z, P1Y, 2029-02-28T19:00:00Z",
    // 31 January in Almaty, and still 30 January in Greenwich.
    "2028-01-30T19:00:00Z, P1M, 2028-02-28T19:00:00Z",
    "2028-01-30T18:59:59Z, P1M, 2028-02-29T18:59:59Z",
    "2026-03-10T09:00:00Z, P10D, 2026-03-20T09:00:00Z"
  })
  void clause_6_where_nobody_says_when_a_ground_ends_as_the_purposes_consents_do_or_after_a_year(
      Instant claimedAt, String consentTerm, Instant end) {
    DefinitionBuilder definition = definition().restingOn(LegalGround.CONTRACT);
    newsletter(consentTerm == null ? definition : definition.consentHolding(consentTerm))
        .at(claimedAt)
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).build())
        .then(groundClaimed(claim(LegalGround.CONTRACT).until(end), claimedAt));
  }

  @Test
  void clause_7_4_a_ground_that_is_recorded_late_holds_since_it_began_and_so_does_its_term() {
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).at(EARLIER).build())
        .then(groundClaimed(LegalGround.CONTRACT));
  }

  @Test
  void clause_6_a_ground_that_is_recorded_late_is_one_of_the_purpose_as_it_was_then() {
    SubjectFixture changed =
        subject(
            registers()
                .purpose(NEWSLETTER, definition().restingOn(LegalGround.CONTRACT))
                .purpose(NEWSLETTER, definition().restingOn(LegalGround.JUSTICE).build(), NOW));
    changed
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).at(EARLIER).build())
        .then(groundClaimed(LegalGround.CONTRACT));
    changed
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).build())
        .thenRefused(new Refusal.GroundOutsidePurpose());
    changed
        .given(registered())
        .when(claimGround(LegalGround.JUSTICE).at(EARLIER).build())
        .thenRefused(new Refusal.GroundOutsidePurpose());
  }

  @Test
  void clause_5_2_a_ground_older_than_the_purpose_is_one_of_its_first_version() {
    Instant before = BEGINNING.minusSeconds(1);
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).at(before).until(IN_A_YEAR).build())
        .thenRefused(new Refusal.GroundOutsidePurpose());
  }

  @Test
  void a_ground_cannot_begin_in_the_future_but_a_clock_may_be_a_minute_ahead() {
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).at(NOW.plusSeconds(60).plusNanos(1)).build())
        .thenRefused(new Refusal.EffectiveInFuture());
    newsletter()
        .given(registered())
        .when(claimGround(LegalGround.CONTRACT).at(NOW.plusSeconds(60)).build())
        .then(groundClaimed(claim(LegalGround.CONTRACT).until(IN_A_YEAR), NOW));
  }

  @Test
  void a_ground_comes_after_all_that_a_clock_ahead_recorded() {
    Instant after = NOW.plusSeconds(40).plusNanos(1000);
    newsletter()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(claimGround(LegalGround.CONTRACT).build())
        .then(
            groundClaimed(
                claim(LegalGround.CONTRACT).until(IN_A_YEAR.plusSeconds(40).plusNanos(1000)),
                after));
  }

  @Test
  void clause_2_14_nothing_is_claimed_about_nobody() {
    newsletter()
        .given(registered(), destroyed(EARLIER))
        .when(claimGround(LegalGround.CONTRACT).build())
        .thenRefused(new Refusal.SubjectDestroyed());
    newsletter()
        .given(registered(), anonymised(EARLIER))
        .when(claimGround(LegalGround.CONTRACT).build())
        .thenRefused(new Refusal.SubjectAnonymised());
  }

  @Test
  void clause_4_1_data_that_a_ground_covers_may_be_completed_while_it_holds() {
    SubjectEvent claimed =
        groundClaimed(claim(LegalGround.CONTRACT).covering(IIN).until(NOW.plusNanos(1)), EARLIER);
    newsletter()
        .given(registered(), claimed)
        .when(rectify(IIN))
        .then(rectified(RequestReason.INACCURATE, NOW, IIN));
    newsletter()
        .at(NOW.plusNanos(1))
        .given(registered(), claimed)
        .when(rectify(IIN))
        .thenRefused(new Refusal.CategoryOutsidePurpose());
    newsletter()
        .given(registered(), claimed, groundEnded(EARLIER))
        .when(rectify(IIN))
        .thenRefused(new Refusal.CategoryOutsidePurpose());
  }
}
