package org.consentledger.api.calendar;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.calendar.DayKind;
import org.consentledger.core.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of Kazakhstan by which terms are counted. */
@RestController
@RequestMapping("/api/v1/working-days")
public final class WorkingDayController {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  private final WorkingDays calendar;
  private final Paging paging;

  /**
   * A day.
   *
   * @param day the date
   * @param kind what it is
   * @param working whether it counts as a working day
   * @param confirmed whether the calendar of its year is confirmed; otherwise it is computed and
   *     may change
   */
  public record CalendarDay(LocalDate day, DayKind kind, boolean working, boolean confirmed) {}

  WorkingDayController(WorkingDays calendar, Paging paging) {
    this.calendar = calendar;
    this.paging = paging;
  }

  /**
   * What each day is, working or free.
   *
   * @param from the first day, of the years 1900 to 2999, such as 2026-01-01
   * @param to the last day, such as 2026-12-31
   */
  @Operation(operationId = "listWorkingDays")
  @Lines(CalendarDay.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<CalendarDay> list(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    check(from, to);
    return paging.page(
        limit, after, (place, most) -> find(from, to, place, most), WorkingDayController::place);
  }

  /** What each day is, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      HttpServletResponse response)
      throws IOException {
    check(from, to);
    paging.stream(
        response, (place, most) -> find(from, to, place, most), WorkingDayController::place);
  }

  private List<CalendarDay> find(LocalDate from, LocalDate to, @Nullable String place, int most) {
    return after(from, to, place)
        .datesUntil(to.plusDays(1))
        .limit(most)
        .map(this::describe)
        .toList();
  }

  private CalendarDay describe(LocalDate day) {
    DayKind kind = calendar.kindOf(day);
    return new CalendarDay(day, kind, kind.isWorking(), calendar.isConfirmed(day.getYear()));
  }

  /** Where a page begins that comes after a day. */
  private static LocalDate after(LocalDate from, LocalDate to, @Nullable String place) {
    if (place == null) {
      return from;
    }
    try {
      LocalDate next = LocalDate.parse(place).plusDays(1);
      return next.isBefore(from) || next.isAfter(to) ? to.plusDays(1) : next;
    } catch (DateTimeParseException noPlace) {
      throw Paging.invalid("after takes the value of next, as it was given.");
    }
  }

  private static String place(CalendarDay day) {
    return day.day().toString();
  }

  private static void check(LocalDate from, LocalDate to) {
    if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR || to.isBefore(from)) {
      throw Paging.invalid("from and to are days of 1900 to 2999, and to is not before from.");
    }
  }
}
