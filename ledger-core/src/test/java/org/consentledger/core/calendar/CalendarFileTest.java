package org.consentledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A year's file of the operator's own. */
class CalendarFileTest {

  private static final String GOOD =
      """
      {
        "year": 2027,
        "confirmed": true,
        "daysOff": [{"day": "2027-05-17", "name": "kurban-ait", "certainty": "CONFIRMED"}],
        "extraDaysOff": ["2027-03-09", "2027-07-05"],
        "workingWeekendDays": ["2027-07-10", "2027-03-14"]
      }
      """;

  private final WorkingDays shipped = WorkingDays.shipped();

  private static InputStream file(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static DayKind kind(WorkingDays calendar, String day) {
    return calendar.kindOf(LocalDate.parse(day));
  }

  @Test
  void the_government_exchanges_days() {
    WorkingDays settled = shipped.with(file(GOOD));

    assertThat(kind(settled, "2027-07-05")).isEqualTo(DayKind.EXTRA_DAY_OFF);
    assertThat(kind(settled, "2027-07-10")).isEqualTo(DayKind.WORKING_SATURDAY);
    assertThat(kind(settled, "2027-03-14")).isEqualTo(DayKind.WORKING_SUNDAY);
    assertThat(settled.isWorking(LocalDate.parse("2027-03-14"))).isTrue();
    assertThat(settled.isWorking(LocalDate.parse("2027-07-10"))).isTrue();
    assertThat(settled.isWorking(LocalDate.parse("2027-07-05"))).isFalse();
    assertThat(settled.isConfirmed(2027)).isTrue();
  }

  @Test
  void a_file_takes_the_place_of_the_whole_earlier_one() {
    WorkingDays settled = shipped.with(file(GOOD));

    assertThat(kind(settled, "2027-05-17")).isEqualTo(DayKind.DAY_OFF);
    assertThat(kind(settled, "2027-05-16")).as("Sunday").isEqualTo(DayKind.WEEKEND);
    assertThat(kind(settled, "2026-05-27")).as("another year").isEqualTo(DayKind.DAY_OFF);
  }

  @Test
  void the_calendar_that_it_was_added_to_stays_as_it_was() {
    shipped.with(file(GOOD));

    assertThat(kind(shipped, "2027-07-05")).isEqualTo(DayKind.WORKING);
    assertThat(shipped.isConfirmed(2027)).isFalse();
  }

  @Test
  void what_the_government_exchanges_does_not_change_which_days_the_holidays_free() {
    WorkingDays settled =
        shipped.with(
            file(
                """
                {"year": 2030, "confirmed": false, "daysOff": [], "workingWeekendDays": ["2030-03-24"],
                 "extraDaysOff": ["2030-03-26"]}
                """));

    assertThat(kind(settled, "2030-03-23")).as("Saturday").isEqualTo(DayKind.HOLIDAY);
    assertThat(kind(settled, "2030-03-24")).isEqualTo(DayKind.WORKING_SUNDAY);
    assertThat(kind(settled, "2030-03-25")).isEqualTo(DayKind.MOVED_DAY_OFF);
    assertThat(kind(settled, "2030-03-26")).isEqualTo(DayKind.EXTRA_DAY_OFF);
    assertThat(kind(settled, "2030-03-27")).isEqualTo(DayKind.WORKING);
  }

  @Test
  void kurban_ait_is_passed_over_by_a_holiday_on_a_weekend() {
    WorkingDays settled =
        shipped.with(
            file(
                """
                {"year": 2030, "confirmed": true, "workingWeekendDays": [], "extraDaysOff": [],
                 "daysOff": [{"day": "2030-03-25", "name": "kurban-ait", "certainty": "CONFIRMED"}]}
                """));

    assertThat(kind(settled, "2030-03-25")).isEqualTo(DayKind.DAY_OFF);
    assertThat(kind(settled, "2030-03-26")).isEqualTo(DayKind.MOVED_DAY_OFF);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1899, 3000, 2147483647})
  void a_file_for_a_year_that_no_term_reaches_is_refused(int year) {
    String bad =
        """
        {"year": %d, "confirmed": false, "daysOff": [], "workingWeekendDays": [], "extraDaysOff": []}
        """
            .formatted(year);

    assertThatThrownBy(() -> shipped.with(file(bad)))
        .isInstanceOf(CalendarUnusable.class)
        .hasMessage("The calendar file is wrong at year: %d is none of 1900 to 2999.", year);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"year\": 2027, | | year",
        "2027, | 2027.5, | at year",
        "true | null | at confirmed",
        "true | \"yes\" | at confirmed (line 3)",
        "2027-05-17 | 2027-02-29 | at daysOff[0].day (line 4): 2027-02-29 is no LocalDate",
        "2027-05-17 | 2028-05-17 | 2028-05-17 is no day of 2027",
        "CONFIRMED | PERHAPS | PERHAPS is no DayCertainty",
        "CONFIRMED | COMPUTED | 2027 is confirmed, but 2027-05-17 is only computed",
        "{\"day\": \"2027-05-17\", \"name\": \"kurban-ait\", \"certainty\": \"CONFIRMED\"} | |"
            + " daysOff does not name Kurban Ait",
        "2027-07-05 | 2027-05-03 | at extraDaysOff: 2027-05-03 is no working day, but"
            + " MOVED_DAY_OFF",
        "2027-07-05 | 2027-05-07 | at extraDaysOff: 2027-05-07 is no working day, but HOLIDAY",
        "2027-07-05 | 2027-07-04 | at extraDaysOff: 2027-07-04 is no working day, but WEEKEND",
        "2027-07-05 | 2027-03-09 | 2027-03-09 is named twice",
        "2027-07-10 | 2027-07-12 | at workingWeekendDays: 2027-07-12 is no ordinary Saturday or"
            + " Sunday, but WORKING",
        "2027-07-10 | 2027-05-09 | at workingWeekendDays: 2027-05-09 is no ordinary Saturday or"
            + " Sunday, but HOLIDAY",
        "extraDaysOff | extraDayOff | at extraDaysOff (line 7): it is missing",
        "{ | {\"extra\": [], | at extra (line 7): nothing is called extra here",
        "\"2027-07-10\" | null | at workingWeekendDays[0]",
        "2027, | 2027, \"year\": 2027, | (line 2): this is no JSON, or a name stands twice",
        "\"year\" | year | (line 2): this is no JSON",
      })
  void a_wrong_file_is_refused_with_what_is_wrong_where(
      String right, String wrong, String complaint) {
    String bad = GOOD.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);

    assertThatThrownBy(() -> shipped.with(file(bad)))
        .isInstanceOf(CalendarUnusable.class)
        .hasMessageStartingWith("The calendar file is wrong")
        .hasMessageContaining(complaint)
        .hasMessageEndingWith(".");
  }

  @Test
  void what_is_no_json_or_nothing_or_more_than_one_is_refused() {
    for (String bad : new String[] {"", "[]", "null", "{}", "kurban-ait", GOOD + GOOD, "\0"}) {
      assertThatThrownBy(() -> shipped.with(file(bad)))
          .as(bad)
          .isInstanceOf(CalendarUnusable.class);
    }
  }

  @Test
  void a_file_that_breaks_off_while_it_is_read_is_refused() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }
        };

    assertThatThrownBy(() -> shipped.with(broken))
        .isInstanceOf(CalendarUnusable.class)
        .hasMessage("The calendar file cannot be read.");
  }
}
