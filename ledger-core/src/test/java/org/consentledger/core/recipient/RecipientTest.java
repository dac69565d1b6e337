package org.consentledger.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Evidence.assuranceOf;
import static org.consentledger.core.testing.Evidence.descriptionOf;
import static org.consentledger.core.testing.Evidence.noticeOf;
import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.RegistersBuilder.emptyRegisters;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.id;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.recipient.RecipientCommand.DescribeRecipient;
import org.consentledger.core.recipient.RecipientCommand.RecordAssurance;
import org.consentledger.core.recipient.RecipientCommand.RecordNotice;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderAssured;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderNoticeFiled;
import org.consentledger.core.recipient.RecipientEvent.RecipientDescribed;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.RecipientKind;
import org.junit.jupiter.api.Test;

class RecipientTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final String HASH = "a".repeat(64);

  private static AggregateTestFixture<Recipient> recipient() {
    return recipient(NOW);
  }

  private static AggregateTestFixture<Recipient> recipient(Instant now) {
    AggregateTestFixture<Recipient> fixture = new AggregateTestFixture<>(Recipient.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
    return fixture;
  }

  private static RecipientDescription in(String country) {
    return described(country, "b", 1);
  }

  private static RecipientDescription described(String country, String letter, int reference) {
    return new RecipientDescription(
        country, RecipientKind.PROCESSOR, false, null, letter.repeat(64), id(reference));
  }

  private static RecipientDescribed described(int number, RecipientDescription description) {
    return new RecipientDescribed(PRINTER, number, description, EARLIER);
  }

  private static CrossBorderAssured assured(String country, LocalDate date) {
    return new CrossBorderAssured(PRINTER, country, date, HASH, id(2), EARLIER);
  }

  private static RecordAssurance assure(LocalDate date) {
    return new RecordAssurance(PRINTER, date, HASH, id(3));
  }

  private static RecordNotice giveNotice(LocalDate date) {
    return new RecordNotice(PRINTER, date, HASH, id(3));
  }

  @Test
  void clause_2_11_a_recipient_is_described() {
    recipient()
        .givenNoPriorActivity()
        .when(new DescribeRecipient(PRINTER, in("KZ")))
        .expectEvents(new RecipientDescribed(PRINTER, 1, in("KZ"), NOW));
  }

  @Test
  void clause_8_5_another_description_is_another_version_and_so_is_going_back() {
    recipient()
        .given(described(1, in("KZ")), described(2, in("DE")))
        .when(new DescribeRecipient(PRINTER, in("KZ")))
        .expectEvents(new RecipientDescribed(PRINTER, 3, in("KZ"), NOW));
  }

  @Test
  void clause_8_5_other_details_are_another_version() {
    recipient()
        .given(described(1, in("KZ")))
        .when(new DescribeRecipient(PRINTER, described("KZ", "c", 1)))
        .expectEvents(new RecipientDescribed(PRINTER, 2, described("KZ", "c", 1), NOW));
  }

  @Test
  void clause_8_5_the_same_at_another_place_of_the_vault_changes_nothing() {
    recipient()
        .given(described(1, in("KZ")))
        .when(new DescribeRecipient(PRINTER, described("KZ", "b", 9)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_8_2_a_contract_of_tomorrow_is_no_contract() {
    RecipientDescription description =
        new RecipientDescription(
            "KZ", RecipientKind.THIRD_PARTY, true, TODAY.plusDays(1), HASH, id(1));
    recipient()
        .givenNoPriorActivity()
        .when(new DescribeRecipient(PRINTER, description))
        .expectException(refusedBecause(new Refusal.DateInFuture()))
        .expectNoEvents();
  }

  @Test
  void clause_10_2_the_information_is_about_the_country_of_the_recipient() {
    recipient()
        .given(described(1, in("KZ")), described(2, in("DE")))
        .when(assure(YESTERDAY))
        .expectEvents(new CrossBorderAssured(PRINTER, "DE", YESTERDAY, HASH, id(3), NOW));
  }

  @Test
  void clause_10_2_no_notice_before_the_information() {
    recipient()
        .given(described(1, in("DE")))
        .when(giveNotice(TODAY))
        .expectException(refusedBecause(new Refusal.NoticeBeforeAssurance()))
        .expectNoEvents();
  }

  @Test
  void clause_10_2_no_notice_that_is_dated_before_the_information() {
    recipient()
        .given(described(1, in("DE")), assured("DE", TODAY))
        .when(giveNotice(YESTERDAY))
        .expectException(refusedBecause(new Refusal.NoticeBeforeAssurance()))
        .expectNoEvents();
  }

  @Test
  void clause_10_2_a_recipient_that_moved_needs_both_anew() {
    recipient()
        .given(described(1, in("DE")), assured("DE", YESTERDAY), described(2, in("US")))
        .when(giveNotice(TODAY))
        .expectException(refusedBecause(new Refusal.NoticeBeforeAssurance()))
        .expectNoEvents();
  }

  @Test
  void clause_10_1_the_notice_follows_the_information_even_on_the_same_day() {
    recipient()
        .given(described(1, in("DE")), assured("DE", YESTERDAY))
        .when(giveNotice(YESTERDAY))
        .expectEvents(new CrossBorderNoticeFiled(PRINTER, "DE", YESTERDAY, HASH, id(3), NOW));
  }

  @Test
  void clause_10_1_the_same_again_changes_nothing() {
    recipient()
        .given(described(1, in("DE")), assured("DE", YESTERDAY))
        .when(assure(YESTERDAY))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    recipient()
        .given(
            described(1, in("DE")),
            assured("DE", YESTERDAY),
            new CrossBorderNoticeFiled(PRINTER, "DE", YESTERDAY, HASH, id(2), EARLIER))
        .when(giveNotice(YESTERDAY))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_10_1_what_is_not_done_yet_is_not_recorded_as_done() {
    recipient()
        .given(described(1, in("DE")))
        .when(assure(TODAY.plusDays(1)))
        .expectException(refusedBecause(new Refusal.DateInFuture()))
        .expectNoEvents();
    recipient()
        .given(described(1, in("DE")), assured("DE", TODAY))
        .when(giveNotice(TODAY.plusDays(1)))
        .expectException(refusedBecause(new Refusal.DateInFuture()))
        .expectNoEvents();
  }

  @Test
  void clause_10_1_the_day_is_that_of_kazakhstan() {
    Instant lateInLondon = Instant.parse("2026-03-09T19:00:00Z");
    recipient(lateInLondon)
        .given(described(1, in("DE")))
        .when(assure(TODAY))
        .expectEvents(new CrossBorderAssured(PRINTER, "DE", TODAY, HASH, id(3), lateInLondon));
    recipient(lateInLondon.minusNanos(1))
        .given(described(1, in("DE")))
        .when(assure(TODAY))
        .expectException(refusedBecause(new Refusal.DateInFuture()));
  }

  @Test
  void clause_2_11_nothing_is_recorded_of_a_recipient_that_nobody_described() {
    for (Object command : new Object[] {assure(TODAY), giveNotice(TODAY)}) {
      recipient()
          .givenNoPriorActivity()
          .when(command)
          .expectException(refusedBecause(new Refusal.RecipientUnknown()))
          .expectNoEvents();
    }
  }

  @Test
  void clause_2_13_a_version_is_in_force_until_the_next_one() {
    RecipientState printer =
        emptyRegisters()
            .recipient(PRINTER, "DE", RecipientKind.THIRD_PARTY)
            .recipient(PRINTER, "KZ", RecipientKind.PROCESSOR, false, EARLIER)
            .build()
            .findRecipient(PRINTER)
            .orElseThrow();

    assertThat(printer.inForceAt(BEGINNING.minusNanos(1))).isEmpty();
    RecipientVersion before = printer.inForceAt(EARLIER.minusNanos(1)).orElseThrow();
    assertThat(before.country()).isEqualTo("DE");
    assertThat(before.kind()).isEqualTo(RecipientKind.THIRD_PARTY);
    assertThat(before.hasContract()).isTrue();
    assertThat(before.evidence()).isEqualTo(descriptionOf(PRINTER, 1));
    RecipientVersion after = printer.inForceAt(EARLIER).orElseThrow();
    assertThat(after.country()).isEqualTo("KZ");
    assertThat(after.hasContract()).isFalse();
    assertThat(after.evidence()).isEqualTo(descriptionOf(PRINTER, 2));
  }

  @Test
  void clause_10_1_information_and_notice_stand_from_the_beginning_of_their_day_in_kazakhstan() {
    RecipientState printer =
        emptyRegisters()
            .recipient(PRINTER, "DE", RecipientKind.PROCESSOR)
            .assured(PRINTER, YESTERDAY)
            .noticed(PRINTER, TODAY)
            .build()
            .findRecipient(PRINTER)
            .orElseThrow();
    Instant beginning = Instant.parse("2026-03-09T19:00:00Z");

    assertThat(printer.noticedAt(beginning.minusNanos(1))).isEmpty();
    assertThat(printer.noticedAt(beginning)).contains(noticeOf(PRINTER, TODAY));
    Instant dayBefore = Instant.parse("2026-03-08T19:00:00Z");
    assertThat(printer.assuredAt(dayBefore.minusNanos(1))).isEmpty();
    assertThat(printer.assuredAt(dayBefore)).contains(assuranceOf(PRINTER, YESTERDAY));
  }

  @Test
  void clause_10_2_the_newest_information_stands_and_none_after_a_move() {
    Instant moved = NOW.plusSeconds(60);
    RecipientState printer =
        emptyRegisters()
            .recipient(PRINTER, "DE", RecipientKind.PROCESSOR)
            .assured(PRINTER, YESTERDAY)
            .assured(PRINTER, YESTERDAY.minusDays(1))
            .noticed(PRINTER, YESTERDAY)
            .recipient(PRINTER, "US", RecipientKind.PROCESSOR, true, moved)
            .build()
            .findRecipient(PRINTER)
            .orElseThrow();

    assertThat(printer.assuredAt(NOW)).contains(assuranceOf(PRINTER, YESTERDAY));
    assertThat(printer.assuredAt(moved)).isEmpty();
    assertThat(printer.noticedAt(moved)).isEmpty();
  }

  @Test
  void clause_10_1_what_was_not_recorded_yet_was_not_known() {
    Registers registers =
        emptyRegisters()
            .recipient(PRINTER, "DE", RecipientKind.PROCESSOR)
            .recipient(COURIER, "KZ", RecipientKind.PROCESSOR, true, NOW)
            .assured(PRINTER, YESTERDAY)
            .noticed(PRINTER, TODAY)
            .build();

    Registers known = registers.knownAt(YESTERDAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(known.findRecipient(COURIER)).isEmpty();
    RecipientState printer = known.findRecipient(PRINTER).orElseThrow();
    assertThat(printer.assuredAt(NOW)).isPresent();
    assertThat(printer.noticedAt(NOW)).isEmpty();
    assertThat(registers.knownAt(BEGINNING.minusNanos(1))).isEqualTo(Registers.EMPTY);
    assertThat(registers.knownAt(NOW)).isEqualTo(registers);
  }
}
