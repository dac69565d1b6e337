package org.consentledger.api.console.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.api.calendar.WorkingDayController;
import org.consentledger.api.calendar.WorkingDayController.CalendarDay;
import org.consentledger.api.legalterm.LegalTermController;
import org.consentledger.api.legalterm.LegalTermView;
import org.consentledger.api.page.PageController;
import org.consentledger.api.query.Paging;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows the terms of the law, and the days of a year that are not as days of the week are. */
@PageController
@RequestMapping("/console/registers/terms")
final class TermPageController {

  private final LegalTermController terms;
  private final WorkingDayController calendar;
  private final Clock clock;

  TermPageController(LegalTermController terms, WorkingDayController calendar, Clock clock) {
    this.terms = terms;
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(@RequestParam(required = false) @Nullable Integer year) {
    int shown = year == null ? Kazakhstan.dayOf(clock.instant()).getYear() : year;
    List<LegalTermView> rows = terms.list(Paging.MOST, null).items();
    List<CalendarDay> days =
        calendar
            .list(LocalDate.of(shown, 1, 1), LocalDate.of(shown, 12, 31), Paging.MOST, null)
            .items();
    return new ModelAndView("console/register/terms")
        .addObject("rows", rows)
        .addObject("year", shown)
        .addObject("confirmed", days.getFirst().confirmed())
        .addObject("working", days.stream().filter(CalendarDay::working).count())
        .addObject(
            "days",
            days.stream()
                .filter(
                    day ->
                        switch (day.kind()) {
                          case WORKING, WEEKEND -> false;
                          case HOLIDAY, DAY_OFF, MOVED_DAY_OFF, EXTRA_DAY_OFF -> true;
                          case WORKING_SATURDAY, WORKING_SUNDAY -> true;
                        })
                .toList());
  }
}
