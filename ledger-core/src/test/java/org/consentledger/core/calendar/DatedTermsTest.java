package org.consentledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.calendar.Terms.at;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The law's terms from 2025 to 2028, each answer worked out by hand on a calendar on paper. Where
 * no hour is said it is noon in Kazakhstan.
 */
class DatedTermsTest {

  private final LegalTerms terms = LegalTerms.shipped();
  private final Deadlines deadlines = new Deadlines(WorkingDays.shipped());

  @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # term               | trigger             | last day   | what is in between
          rectify-block-destroy | 2025-03-07          | 2025-03-11 | 8 March on a Saturday gives Monday
          rectify-block-destroy | 2025-03-20          | 2025-03-26 | Nauryz on Friday to Sunday gives two days
          subject-information   | 2025-03-19          | 2025-03-27 | one day before Nauryz and two after it
          rectify-block-destroy | 2025-04-30          | 2025-05-02 | 1 May on a Thursday
          subject-information   | 2025-05-06          | 2025-05-13 | 7 and 9 May
          rectify-block-destroy | 2025-07-04          | 2025-07-08 | 6 July on a Sunday gives Monday
          rectify-block-destroy | 2025-08-29          | 2025-09-02 | 30 August on a Saturday, for the last time
          authority-request     | 2025-08-20          | 2025-09-02 | the tenth day is 30 August
          subject-information   | 2025-10-23          | 2025-10-29 | 25 October on a Saturday gives Monday
          cessation             | 2025-10-10          | 2025-10-28 | the fifteenth day is 25 October
          rectify-block-destroy | 2025-12-15          | 2025-12-17 | 16 December
          withdrawal            | 2025-12-08          | 2025-12-30 | 16 December
          subject-information   | 2025-12-30          | 2026-01-06 | the New Year, and a weekend
          rectify-block-destroy | 2025-12-31          | 2026-01-05 | the New Year, and a weekend
          withdrawal            | 2025-12-31T23:59:59 | 2026-01-26 | the last second of a year
          cessation             | 2025-12-17          | 2026-01-05 | the fifteenth day is New Year's
          subject-information   | 2026-03-10          | 2026-03-13 | nothing
          subject-information   | 2026-03-10T23:59:59 | 2026-03-13 | the last second of a day
          subject-information   | 2026-03-11T00:00:00 | 2026-03-16 | the first moment of the next, and a weekend
          subject-information   | 2026-03-19          | 2026-03-27 | Nauryz on Saturday to Monday gives two days
          rectify-block-destroy | 2026-03-06          | 2026-03-10 | 8 March on a Sunday gives Monday
          rectify-block-destroy | 2026-03-20          | 2026-03-26 | Nauryz
          rectify-block-destroy | 2026-03-21          | 2026-03-26 | received on a holiday
          withdrawal            | 2026-03-02          | 2026-03-27 | 8 March and Nauryz
          cessation             | 2026-03-02          | 2026-03-17 | calendar days do not care
          cessation             | 2026-03-10          | 2026-03-26 | the fifteenth day is given for 22 March
          cessation             | 2026-04-16          | 2026-05-04 | the fifteenth day is 1 May, then a weekend
          rectify-block-destroy | 2026-04-30          | 2026-05-04 | 1 May, and a weekend
          rectify-block-destroy | 2026-05-06          | 2026-05-08 | 7 May
          rectify-block-destroy | 2026-05-08          | 2026-05-12 | 9 May on a Saturday gives Monday
          subject-information   | 2026-05-26          | 2026-06-01 | Kurban Ait, and a weekend
          authority-request     | 2026-06-26          | 2026-07-07 | the tenth day is 6 July
          automated-objection   | 2026-07-03          | 2026-07-09 | 6 July
          subject-information   | 2026-10-23          | 2026-10-29 | 25 October on a Sunday gives Monday
          authority-request     | 2026-12-06          | 2026-12-17 | the tenth day is 16 December
          rectify-block-destroy | 2026-12-15          | 2026-12-17 | 16 December
          withdrawal            | 2026-12-15          | 2027-01-11 | 16 December, the New Year, 7 January
          authority-request     | 2026-12-22          | 2027-01-05 | the tenth day is New Year's
          subject-information   | 2026-12-31          | 2027-01-08 | the New Year with 4 January, and 7 January
          rectify-block-destroy | 2026-12-31T23:59:59 | 2027-01-05 | the last second of a year
          rectify-block-destroy | 2027-03-05          | 2027-03-09 | 8 March
          rectify-block-destroy | 2027-03-12          | 2027-03-16 | 15 March, for the first time
          subject-information   | 2027-03-18          | 2027-03-26 | Nauryz on Sunday to Tuesday gives Wednesday
          rectify-block-destroy | 2027-03-19          | 2027-03-25 | Nauryz
          rectify-block-destroy | 2027-04-30          | 2027-05-04 | 1 May on a Saturday gives Monday
          subject-information   | 2027-05-06          | 2027-05-13 | 7 May, and 9 May on a Sunday
          rectify-block-destroy | 2027-05-07          | 2027-05-11 | 9 May on a Sunday gives Monday
          cessation             | 2027-05-01          | 2027-05-17 | the fifteenth day is Kurban Ait, which never moves
          rectify-block-destroy | 2027-07-05          | 2027-07-07 | 6 July
          subject-information   | 2027-10-22          | 2027-10-28 | 25 October
          rectify-block-destroy | 2027-12-15          | 2027-12-17 | 16 December
          authority-request     | 2027-12-22          | 2028-01-05 | the tenth day is New Year's, which gives two days
          subject-information   | 2027-12-30          | 2028-01-06 | the New Year on a weekend gives two days
          rectify-block-destroy | 2028-01-06          | 2028-01-10 | 7 January, and a weekend
          rectify-block-destroy | 2028-02-28          | 2028-02-29 | the last day is the leap day
          rectify-block-destroy | 2028-02-29          | 2028-03-01 | received on the leap day
          cessation             | 2028-02-14          | 2028-02-29 | the fifteenth day is the leap day
          subject-information   | 2028-03-07          | 2028-03-13 | 8 March, and a weekend
          rectify-block-destroy | 2028-03-14          | 2028-03-16 | 15 March
          subject-information   | 2028-03-20          | 2028-03-28 | Nauryz on Tuesday to Thursday, and a weekend
          withdrawal            | 2028-04-14          | 2028-05-11 | 1 May, Kurban Ait, 7 May on a Sunday, 9 May
          rectify-block-destroy | 2028-05-04          | 2028-05-10 | Kurban Ait, 7 May on a Sunday, 9 May
          authority-request     | 2028-12-06          | 2028-12-19 | the tenth day is 16 December, on a Saturday
          subject-information   | 2028-12-29          | 2029-01-05 | a weekend, and the New Year
          # received on days off, moved days, a second before and after midnight
          rectify-block-destroy | 2025-01-01          | 2025-01-05 | received on New Year's; the 3rd is exchanged for a Sunday
          subject-information   | 2025-01-05          | 2025-01-09 | received on a Sunday that is worked; 7 January
          withdrawal            | 2025-04-24          | 2025-05-20 | 1, 7 and 9 May, and three weekends
          cessation             | 2025-04-24          | 2025-05-12 | the fifteenth day is 9 May, then a weekend
          rectify-block-destroy | 2025-06-05          | 2025-06-09 | Kurban Ait on a Friday, and a weekend
          cessation             | 2025-05-22          | 2025-06-09 | the fifteenth day is Kurban Ait
          authority-request     | 2025-03-11          | 2025-03-26 | the tenth day is the first of Nauryz, with what it gives
          rectify-block-destroy | 2025-10-24T23:59:59 | 2025-10-28 | the last second before a holiday that moves
          rectify-block-destroy | 2025-10-25T00:00:00 | 2025-10-28 | the first moment of it
          transfer-notice       | 2026-04-30          | 2026-05-19 | 1, 7 and 11 May
          authority-request     | 2026-05-17          | 2026-05-28 | the tenth day is Kurban Ait
          breach-authority      | 2026-10-25          | 2026-10-27 | found on a holiday that moves
          subject-information   | 2026-05-07          | 2026-05-13 | received on a holiday, and 11 May
          authority-request     | 2026-12-28          | 2027-01-08 | the tenth day is 7 January
          cessation             | 2026-12-18          | 2027-01-05 | the fifteenth day is 2 January, which gives Monday
          withdrawal            | 2027-03-01          | 2027-03-29 | 8 and 15 March, and Nauryz
          authority-request     | 2027-03-14          | 2027-03-25 | the tenth day is given for 21 March
          cessation             | 2027-02-13          | 2027-03-01 | no leap day
          rectify-block-destroy | 2027-05-14          | 2027-05-17 | Kurban Ait on a Sunday gives nothing
          cessation             | 2028-02-22          | 2028-03-09 | over the leap day, to 8 March
          subject-information   | 2028-05-05          | 2028-05-12 | received on Kurban Ait, then 7 and 9 May
          withdrawal            | 2028-12-11          | 2029-01-04 | 16 December on a Saturday, the New Year
          """)
  void a_term_ends_on_the_day_that_was_worked_out_by_hand(
      String id, String trigger, LocalDate lastDay, String between) {
    Instant received = at(trigger.contains("T") ? trigger : trigger + "T12:00:00");
    LegalTerm term = terms.inForceAt(received, LegalTermId.of(id));

    Due due = (Due) deadlines.due(Counting.from(received, term));

    assertThat(due.day()).as(between).isEqualTo(lastDay);
    assertThat(due.end()).isEqualTo(at(lastDay.plusDays(1) + "T00:00:00"));
  }

  @ParameterizedTest(name = "{0} from {1}, paused {2}, extended by {3}, to {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # term               | trigger    | pauses | days | last day
          # over Nauryz: 19, 20 and 26 March do not count, 27, 30 and 31 March do
          subject-information   | 2026-03-18 | 2026-03-19T09:00/2026-03-26T10:00 | 0 | 2026-03-31
          # it runs again with the first moment of a day, which counts
          rectify-block-destroy | 2026-04-30 | 2026-05-01T10:00/2026-05-04T00:00 | 0 | 2026-05-04
          # five calendar days, of which two are a weekend: 21 June, a Sunday, moves
          cessation             | 2026-06-01 | 2026-06-05T12:00/2026-06-09T12:00 | 0 | 2026-06-22
          # an hour takes a day; on the day of the receipt it takes none
          subject-information   | 2026-04-06 | 2026-04-07T10:00/2026-04-07T11:00 | 0 | 2026-04-10
          subject-information   | 2026-04-06 | 2026-04-06T13:00/2026-04-06T17:00 | 0 | 2026-04-09
          # twice, the second time over the leap day
          withdrawal            | 2028-02-01 | 2028-02-10T09:00/2028-02-14T09:00 2028-02-24T09:00/2028-02-29T09:00 | 0 | 2028-03-02
          # by two working days over Nauryz, by ten calendar days to 7 May and by five from 1 May, before it was moved
          subject-information   | 2026-03-17 | | 2  | 2026-03-27
          cessation             | 2027-04-12 | | 10 | 2027-05-11
          cessation             | 2026-04-16 | | 5  | 2026-05-06
          # both
          rectify-block-destroy | 2027-03-19 | 2027-03-19T13:00/2027-03-25T10:00 | 1 | 2027-03-29
          """)
  void a_term_that_rested_or_was_extended_ends_on_the_day_that_was_worked_out_by_hand(
      String id, LocalDate trigger, @Nullable String pauses, int days, LocalDate lastDay) {
    Instant received = at(trigger + "T12:00:00");
    Counting counting = Counting.from(received, terms.inForceAt(received, LegalTermId.of(id)));
    if (pauses != null) {
      for (String pause : pauses.split(" ")) {
        String[] ends = pause.split("/");
        counting = counting.paused(at(ends[0]), at(ends[1]));
      }
    }
    Due due = (Due) deadlines.due(days == 0 ? counting : counting.extended(days));

    assertThat(due.day()).isEqualTo(lastDay);
  }
}
