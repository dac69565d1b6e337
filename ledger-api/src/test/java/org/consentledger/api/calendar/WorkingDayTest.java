package org.consentledger.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.query.Paging;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.calendar.DayKind;
import org.consentledger.core.calendar.WorkingDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The calendar that terms are counted on. */
class WorkingDayTest extends RunningLedger {

  private static final String PATH = "/api/v1/working-days";
  private static final String MARCH = PATH + "?from=2026-03-20&to=2026-03-26";

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
  }

  @Test
  void each_day_says_what_it_is() {
    Answer answer = ledger.get(MARCH);

    assertThat(answer.items())
        .extracting(day -> day.get("day").asString() + " " + day.get("kind").asString())
        .containsExactly(
            "2026-03-20 WORKING",
            "2026-03-21 HOLIDAY",
            "2026-03-22 HOLIDAY",
            "2026-03-23 HOLIDAY",
            "2026-03-24 MOVED_DAY_OFF",
            "2026-03-25 MOVED_DAY_OFF",
            "2026-03-26 WORKING");
    assertThat(answer.items())
        .extracting(day -> day.get("working").asBoolean())
        .containsExactly(true, false, false, false, false, false, true);
  }

  @Test
  void a_day_says_whether_its_year_is_confirmed() {
    assertThat(ledger.get(PATH + "?from=2026-12-31&to=2027-01-01").items())
        .extracting(day -> day.get("confirmed").asBoolean())
        .containsExactly(true, false);
  }

  @Test
  void days_come_in_pages_or_whole_as_lines() {
    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      Answer page = ledger.get(MARCH + "&limit=3" + next);
      page.items().forEach(day -> listed.add(day.get("day").asString()));
      JsonNode cursor = page.json().get("next");
      next = cursor.isNull() ? "" : "&after=" + cursor.asString();
    } while (!next.isEmpty());

    assertThat(listed).hasSize(7).isSorted().doesNotHaveDuplicates();
    assertThat(ledger.get(MARCH, Paging.NDJSON).text().lines()).hasSize(7);
    assertThat(ledger.get(PATH + "?from=1900-01-01&to=2999-12-31", Paging.NDJSON).text().lines())
        .as("eleven centuries")
        .hasSize(401_767);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?from=2026-03-20",
        "?to=2026-03-20",
        "?from=2026-02-29&to=2026-03-01",
        "?from=20.03.2026&to=2026-03-21",
        "?from=2026-03-21&to=2026-03-20",
        "?from=1899-12-31&to=1900-01-01",
        "?from=2999-12-31&to=3000-01-01",
        "?from=-999999999-01-01&to=999999999-12-31",
        "?from=2026-03-20&to=2026-03-21&limit=0",
        "?from=2026-03-20&to=2026-03-21&after=eA",
      })
  void what_are_no_days_is_refused(String query) {
    assertThat(ledger.get(PATH + query).status()).isEqualTo(400);
  }

  @Test
  void a_page_after_a_day_outside_is_empty() {
    for (String place : List.of("2026-03-26", "2030-01-01", "1000-01-01")) {
      String after =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(place.getBytes(StandardCharsets.UTF_8));
      assertThat(ledger.get(MARCH + "&after=" + after).items()).as(place).isEmpty();
    }
  }

  @Test
  void an_operator_names_files_of_years_that_are_settled(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("2027.json");
    Files.writeString(
        file,
        """
        {"year": 2027, "confirmed": true, "extraDaysOff": ["2027-07-05"],
         "daysOff": [{"day": "2027-05-16", "name": "kurban-ait", "certainty": "CONFIRMED"}],
         "workingWeekendDays": ["2027-07-10"]}
        """);
    WorkingDays calendar =
        new CalendarConfiguration().workingDays(new CalendarProperties(List.of(file)));

    assertThat(calendar.isConfirmed(2027)).isTrue();
    assertThat(calendar.kindOf(LocalDate.parse("2027-07-05"))).isEqualTo(DayKind.EXTRA_DAY_OFF);
  }

  @Test
  void a_file_that_is_wrong_stops_the_start_with_a_sentence(@TempDir Path folder)
      throws IOException {
    Path wrong = folder.resolve("wrong.json");
    Files.writeString(wrong, "{\"year\": 2027}");
    CalendarConfiguration configuration = new CalendarConfiguration();

    assertThatThrownBy(() -> configuration.workingDays(new CalendarProperties(List.of(wrong))))
        .hasMessageStartingWith(
            "ledger.calendar.files: " + wrong + " is of no use. The calendar file is wrong");
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> configuration.workingDays(new CalendarProperties(List.of(missing))))
        .hasMessage("ledger.calendar.files: " + missing + " cannot be read.");
  }
}
