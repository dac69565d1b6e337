package org.consentledger.projections.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.set;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.SubjectCommand.ExpireConsent;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueConsentsTest {

  private static final Duration DAY = Duration.ofDays(1);

  private static TestDatabase database;
  private static LedgerUnderTest ledger;

  private DueConsents due;
  private Person person;
  private Instant now;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.startWithoutFollowing(database).withSampleRegisters();
  }

  @AfterAll
  static void end() {
    ledger.close();
    database.close();
  }

  @BeforeEach
  void register() {
    due = new DueConsents(ledger.database());
    person = Person.registered(ledger);
    now = ledger.now();
  }

  private Appended gives(PurposeId purpose, Instant from, @Nullable Instant until) {
    return ledger.execute(
        new GiveConsent(
            person.id(),
            purpose,
            POLICY,
            Language.RU,
            null,
            Channel.LETTER,
            GiverRole.SUBJECT,
            null,
            set(),
            ConsentConditions.NONE,
            null,
            from,
            until));
  }

  /** What of this person is due by a moment. */
  private List<PurposeId> dueBy(Instant moment) {
    return due.endedBy(moment, null, 1000).stream()
        .filter(consent -> consent.subjectId().equals(person.id()))
        .map(DueConsents.Due::purposeId)
        .toList();
  }

  @Test
  void clause_8_9_a_consent_is_due_from_its_end_until_its_end_is_recorded() {
    Instant end = now.minus(DAY);
    gives(NEWSLETTER, now.minus(DAY.multipliedBy(2)), end);
    assertThat(dueBy(end.minusNanos(1000))).isEmpty();
    assertThat(dueBy(end)).containsExactly(NEWSLETTER);

    assertThat(ledger.execute(new ExpireConsent(person.id(), NEWSLETTER)).events()).hasSize(1);

    assertThat(dueBy(now)).isEmpty();
    assertThat(ledger.execute(new ExpireConsent(person.id(), NEWSLETTER)).events()).isEmpty();
  }

  @Test
  void clause_12_2_a_renewed_consent_is_due_at_its_new_end() {
    gives(NEWSLETTER, now.minus(DAY.multipliedBy(2)), now.minus(DAY));
    ledger.execute(
        new RenewConsent(
            person.id(), NEWSLETTER, Channel.WEB, null, null, null, null, now.plus(DAY)));
    assertThat(dueBy(now)).isEmpty();
    assertThat(dueBy(now.plus(DAY))).containsExactly(NEWSLETTER);
  }

  @Test
  void clause_8_4_what_was_withdrawn_is_never_due() {
    gives(NEWSLETTER, now.minus(DAY.multipliedBy(2)), now.minus(DAY));
    gives(SURVEY, now.minus(DAY.multipliedBy(2)), now.minus(DAY));
    person.withdraws(NEWSLETTER);
    assertThat(dueBy(now)).containsExactly(SURVEY);
  }

  @Test
  void clause_2_14_nothing_of_a_destroyed_subject_is_due() {
    gives(NEWSLETTER, now.minus(DAY.multipliedBy(2)), now.minus(DAY));
    person.isDestroyed();
    assertThat(dueBy(now)).isEmpty();
  }

  @Test
  void a_late_paper_consent_that_does_not_count_is_not_due() {
    gives(NEWSLETTER, now.minus(DAY), now.plus(DAY));
    gives(NEWSLETTER, now.minus(DAY.multipliedBy(9)), now.minus(DAY.multipliedBy(8)));
    assertThat(dueBy(now)).isEmpty();
    assertThat(dueBy(now.plus(DAY))).containsExactly(NEWSLETTER);
  }

  @Test
  void the_list_goes_on_after_the_last_one_seen() {
    gives(NEWSLETTER, now.minus(DAY.multipliedBy(2)), now.minus(DAY));
    gives(SURVEY, now.minus(DAY.multipliedBy(2)), now.minus(DAY));
    DueConsents.Due first =
        due.endedBy(now, null, 1000).stream()
            .filter(consent -> consent.subjectId().equals(person.id()))
            .findFirst()
            .orElseThrow();
    assertThat(due.endedBy(now, first, 1))
        .extracting(DueConsents.Due::purposeId)
        .containsExactly(SURVEY);
  }
}
