package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NEXT_POLICY;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.DISPOSAL;
import static org.consentledger.core.testing.SubjectCommands.OFFICER;
import static org.consentledger.core.testing.SubjectCommands.approve;
import static org.consentledger.core.testing.SubjectCommands.cancelDisposal;
import static org.consentledger.core.testing.SubjectCommands.disposeOfDue;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.due;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;
import static org.consentledger.core.vocabulary.DisposalApproval.AUTOMATIC;
import static org.consentledger.core.vocabulary.DisposalGround.CESSATION_DEMANDED;
import static org.consentledger.core.vocabulary.DisposalGround.CONSENT_EXPIRED;
import static org.consentledger.core.vocabulary.DisposalGround.CONSENT_WITHDRAWN;
import static org.consentledger.core.vocabulary.DisposalGround.PURPOSE_ACHIEVED;
import static org.consentledger.core.vocabulary.DisposalGround.RETENTION_ENDED;
import static org.consentledger.core.vocabulary.DisposalMethod.ANONYMISE;
import static org.consentledger.core.vocabulary.DisposalMethod.DESTROY;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.CessationEvent.CessationDemanded;
import org.consentledger.core.subject.DisposalEvent.CategoriesErased;
import org.consentledger.core.subject.DisposalEvent.DisposalApproved;
import org.consentledger.core.subject.DisposalEvent.DisposalCancelled;
import org.consentledger.core.subject.DisposalEvent.SubjectAnonymised;
import org.consentledger.core.subject.DisposalEvent.SubjectDestroyed;
import org.consentledger.core.subject.GroundEvent.GroundClaimed;
import org.consentledger.core.subject.HoldEvent.HoldPlaced;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.LegalGround;
import org.junit.jupiter.api.Test;

/** Until when data is kept, and what is disposed of when its time is over. */
class RetentionTest {

  private static final Instant WITHDRAWN = Instant.parse("2026-02-28T20:00:00Z"); // 1 March there
  private static final Instant A_YEAR_LATER = Instant.parse("2027-02-28T20:00:00Z");

  private static List<Retention.Due> dueOf(RegistersBuilder registers, SubjectEvent... past) {
    SubjectState state = null;
    for (int i = 0; i < past.length; i++) {
      state = SubjectState.evolve(state, past[i], id(i + 1));
    }
    return Retention.of(state, registers.build(), NOW);
  }

  private static Retention.Due dueFor(
      Category category, DisposalGround ground, Instant triggeredAt, Instant dueAt) {
    return new Retention.Due(category, NEWSLETTER, ground, triggeredAt, dueAt);
  }

  @Test
  void clause_8_8_what_is_consented_to_without_end_is_never_due() {
    assertThat(dueOf(registers(), registered(), consentGiven(NEWSLETTER))).isEmpty();
  }

  @Test
  void clause_5_7_after_a_withdrawal_the_purposes_retention_runs() {
    assertThat(
            dueOf(
                registers(),
                registered(),
                consentGiven(NEWSLETTER),
                consentWithdrawn(NEWSLETTER, WITHDRAWN)))
        .containsExactly(
            dueFor(EMAIL, CONSENT_WITHDRAWN, WITHDRAWN, A_YEAR_LATER),
            dueFor(PHONE, CONSENT_WITHDRAWN, WITHDRAWN, A_YEAR_LATER));
    assertThat(dueOf(registers(), registered(), consentRefused(NEWSLETTER, WITHDRAWN)))
        .extracting(Retention.Due::dueAt)
        .containsOnly(A_YEAR_LATER);
  }

  @Test
  void clause_5_7_a_purpose_without_retention_keeps_nothing_beyond_its_ground() {
    assertThat(
            dueOf(
                registers().purpose(NEWSLETTER, definition().keeping(null).build(), EARLIER),
                registered(),
                consentWithdrawn(NEWSLETTER, WITHDRAWN)))
        .extracting(Retention.Due::dueAt)
        .containsOnly(WITHDRAWN);
  }

  @Test
  void clause_5_7_on_a_leap_day_a_year_ends_on_the_last_of_february() {
    Instant leapDay = Instant.parse("2028-02-29T06:00:00Z");
    assertThat(
            dueOf(
                registers(),
                registered(),
                consentGiven(NEWSLETTER, terms().until(leapDay), EARLIER)))
        .containsExactly(
            dueFor(EMAIL, CONSENT_EXPIRED, leapDay, Instant.parse("2029-02-28T06:00:00Z")),
            dueFor(PHONE, CONSENT_EXPIRED, leapDay, Instant.parse("2029-02-28T06:00:00Z")));
  }

  @Test
  void clause_5_7_the_last_purpose_that_needs_a_category_decides() {
    assertThat(
            dueOf(
                registers(),
                registered(),
                consentWithdrawn(NEWSLETTER, WITHDRAWN),
                consentGiven(SURVEY, terms().covering(EMAIL), EARLIER)))
        .containsExactly(dueFor(PHONE, CONSENT_WITHDRAWN, WITHDRAWN, A_YEAR_LATER));
  }

  @Test
  void clause_8_9_a_retired_purpose_a_demand_to_stop_and_a_new_policy_end_the_ground() {
    assertThat(dueOf(registers().retired(NEWSLETTER, NOW), registered(), consentGiven(NEWSLETTER)))
        .extracting(Retention.Due::ground)
        .containsOnly(PURPOSE_ACHIEVED);
    assertThat(
            dueOf(
                registers(),
                registered(),
                consentGiven(NEWSLETTER),
                new CessationDemanded(SUBJECT, set(), WITHDRAWN)))
        .extracting(Retention.Due::ground)
        .containsOnly(CESSATION_DEMANDED);
    assertThat(
            dueOf(
                registers().materialPolicy(NEXT_POLICY, EARLIER, NOW),
                registered(),
                consentGiven(NEWSLETTER)))
        .extracting(Retention.Due::triggeredAt)
        .containsOnly(NOW);
  }

  @Test
  void clause_5_7_a_contract_or_the_law_keeps_data_longer() {
    GroundClaimed contract =
        new GroundClaimed(
            SUBJECT,
            new GroundClaim(
                id(60),
                LegalGround.CONTRACT,
                NEWSLETTER,
                set(EMAIL),
                id(61),
                null,
                NOW.plusSeconds(60)),
            EARLIER);
    assertThat(
            dueOf(
                registers()
                    .purpose(
                        NEWSLETTER,
                        definition()
                            .restingOn(LegalGround.CONSENT, LegalGround.CONTRACT)
                            .keeping("P1D")
                            .build(),
                        EARLIER),
                registered(),
                consentWithdrawn(NEWSLETTER, WITHDRAWN),
                contract,
                new CessationDemanded(SUBJECT, set(), WITHDRAWN)))
        .containsExactly(
            dueFor(EMAIL, RETENTION_ENDED, NOW.plusSeconds(60), NOW.plusSeconds(86_460)),
            dueFor(PHONE, CONSENT_WITHDRAWN, WITHDRAWN, WITHDRAWN.plusSeconds(86_400)));
  }

  @Test
  void clause_5_7_data_that_nobody_was_ever_asked_about_is_kept_from_its_registration() {
    assertThat(dueOf(registers(), registered()))
        .containsExactly(
            dueFor(EMAIL, RETENTION_ENDED, EARLIER, Instant.parse("2027-02-01T09:00:00Z")),
            dueFor(PHONE, RETENTION_ENDED, EARLIER, Instant.parse("2027-02-01T09:00:00Z")));
  }

  @Test
  void clause_5_7_without_a_retention_it_waits_for_an_answer_until_the_purpose_ends() {
    RegistersBuilder silent =
        registers().purpose(NEWSLETTER, definition().keeping(null).build(), EARLIER);
    assertThat(dueOf(silent, registered())).isEmpty();
    assertThat(dueOf(silent.retired(NEWSLETTER, NOW), registered()))
        .extracting(Retention.Due::dueAt)
        .containsOnly(NOW);
  }

  @Test
  void clause_5_7_nothing_goes_before_its_time_and_everything_at_it() {
    SubjectFixture fixture =
        subject()
            .given(registered(), consentGiven(NEWSLETTER), consentWithdrawn(NEWSLETTER, WITHDRAWN));
    fixture.at(A_YEAR_LATER.minusNanos(1000)).when(disposeOfDue()).thenNothingChanges();
    fixture
        .at(A_YEAR_LATER)
        .when(disposeOfDue())
        .then(
            due(DESTROY, AUTOMATIC, CONSENT_WITHDRAWN, WITHDRAWN, A_YEAR_LATER, A_YEAR_LATER),
            new SubjectDestroyed(SUBJECT, CONSENT_WITHDRAWN, null, A_YEAR_LATER));
  }

  @Test
  void clause_5_7_the_purpose_says_what_becomes_of_the_data() {
    subject(registers().purpose(NEWSLETTER, definition().disposedOfBy(ANONYMISE)))
        .given(registered(), consentWithdrawn(NEWSLETTER, WITHDRAWN))
        .at(A_YEAR_LATER)
        .when(disposeOfDue())
        .then(
            due(ANONYMISE, AUTOMATIC, CONSENT_WITHDRAWN, WITHDRAWN, A_YEAR_LATER, A_YEAR_LATER),
            new SubjectAnonymised(SUBJECT, CONSENT_WITHDRAWN, null, A_YEAR_LATER));
  }

  @Test
  void clause_8_8_what_another_purpose_needs_stays() {
    SubjectEvent[] past = {
      registered(),
      consentWithdrawn(NEWSLETTER, WITHDRAWN),
      consentGiven(SURVEY, terms().covering(EMAIL), EARLIER)
    };
    CategoriesErased erased =
        new CategoriesErased(SUBJECT, set(PHONE), CONSENT_WITHDRAWN, A_YEAR_LATER);
    subject()
        .given(past)
        .at(A_YEAR_LATER)
        .when(disposeOfDue())
        .then(
            due(
                DESTROY,
                AUTOMATIC,
                CONSENT_WITHDRAWN,
                WITHDRAWN,
                A_YEAR_LATER,
                A_YEAR_LATER,
                PHONE),
            erased);
    subject()
        .given(past[0], past[1], past[2], erased)
        .at(A_YEAR_LATER.plusSeconds(9))
        .when(disposeOfDue())
        .thenNothingChanges();
  }

  @Test
  void clause_5_7_a_hold_keeps_what_is_due() {
    subject()
        .given(
            registered(),
            consentWithdrawn(NEWSLETTER, WITHDRAWN),
            new HoldPlaced(SUBJECT, id(80), id(81), NOW))
        .at(A_YEAR_LATER)
        .when(disposeOfDue())
        .thenNothingChanges();
  }

  @Test
  void clause_5_7_what_is_due_waits_for_an_officer_where_its_purpose_asks_for_one() {
    SubjectFixture officers =
        subject(registers().purpose(NEWSLETTER, definition().approvedByOfficer()));
    SubjectEvent waits =
        due(
            DESTROY,
            DisposalApproval.OFFICER,
            CONSENT_WITHDRAWN,
            WITHDRAWN,
            A_YEAR_LATER,
            A_YEAR_LATER);
    officers
        .given(registered(), consentWithdrawn(NEWSLETTER, WITHDRAWN))
        .at(A_YEAR_LATER)
        .when(disposeOfDue())
        .then(waits);
    SubjectFixture waiting =
        officers.given(registered(), consentWithdrawn(NEWSLETTER, WITHDRAWN), waits);
    Instant later = A_YEAR_LATER.plusSeconds(60);
    waiting.at(later).when(disposeOfDue()).thenNothingChanges();
    waiting.at(later).when(cancelDisposal()).thenRefused(new Refusal.StillDue());
    waiting
        .at(later)
        .when(approve(OFFICER))
        .then(
            new DisposalApproved(SUBJECT, DISPOSAL, OFFICER, later),
            new SubjectDestroyed(SUBJECT, CONSENT_WITHDRAWN, null, later));
  }

  @Test
  void clause_5_7_what_came_to_be_needed_again_is_called_off() {
    SubjectFixture renewed =
        subject(registers().purpose(NEWSLETTER, definition().approvedByOfficer()))
            .given(
                registered(),
                consentWithdrawn(NEWSLETTER, WITHDRAWN),
                due(
                    DESTROY,
                    DisposalApproval.OFFICER,
                    CONSENT_WITHDRAWN,
                    WITHDRAWN,
                    A_YEAR_LATER,
                    A_YEAR_LATER),
                consentGiven(NEWSLETTER, terms(), A_YEAR_LATER.plusSeconds(1)))
            .at(A_YEAR_LATER.plusSeconds(60));
    renewed.when(approve(OFFICER)).thenRefused(new Refusal.NoLongerDue());
    renewed
        .when(disposeOfDue())
        .then(new DisposalCancelled(SUBJECT, DISPOSAL, null, A_YEAR_LATER.plusSeconds(60)));
  }
}
