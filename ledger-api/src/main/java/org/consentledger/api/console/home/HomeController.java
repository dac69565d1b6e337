package org.consentledger.api.console.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.api.console.request.TermLeft;
import org.consentledger.api.mail.intake.LetterList;
import org.consentledger.api.page.PageController;
import org.consentledger.api.request.RequestLists;
import org.consentledger.api.request.RequestSummary;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.projections.breaches.Breaches;
import org.consentledger.projections.disposal.DisposalList;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.requests.Requests;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the console: what needs a decision today, and how things went. */
@PageController
final class HomeController {

  private static final int NEXT_REQUESTS = 8;
  private static final int MOST_FINDINGS = 20;
  private static final Duration LATELY = Duration.ofDays(30);

  /** What is said of in words, in this order; the rest of the program's health is for machines. */
  private static final List<String> HEALTH =
      List.of("log", "copies", "mailboxes", "webhooks", "officers");

  private final Requests requests;
  private final RequestLists lists;
  private final Breaches breaches;
  private final DisposalList disposals;
  private final HistoryQuery history;
  private final LetterList letters;
  private final HomeCharts charts;
  private final Map<String, HealthIndicator> health;
  private final Clock clock;

  /** A request that is due next. */
  record Next(RequestSummary request, TermLeft left) {}

  /**
   * How a part of the program is.
   *
   * @param up whether it does what it is there for
   */
  record Part(String name, boolean up) {}

  HomeController(
      Requests requests,
      RequestLists lists,
      Breaches breaches,
      DisposalList disposals,
      HistoryQuery history,
      LetterList letters,
      HomeCharts charts,
      Map<String, HealthIndicator> health,
      Clock clock) {
    this.requests = requests;
    this.lists = lists;
    this.breaches = breaches;
    this.disposals = disposals;
    this.history = history;
    this.letters = letters;
    this.charts = charts;
    this.health = health;
    this.clock = clock;
  }

  @GetMapping("/console")
  ModelAndView show(Locale locale) {
    Instant now = clock.instant();
    return new ModelAndView("console/home/home")
        .addObject("waiting", requests.waiting(now))
        .addObject("next", next(now))
        .addObject("breaches", breaches.waiting())
        .addObject("breachesOverdue", breaches.overdue(now))
        .addObject("disposals", disposals.waiting())
        .addObject("setAside", letters.setAside(now.minus(LATELY)))
        .addObject("findings", findings(now))
        .addObject("health", HEALTH.stream().map(this::part).toList())
        .addObject("charts", charts.draw(now, locale, Language.of(locale.getLanguage())));
  }

  private List<Next> next(Instant now) {
    Requests.Filter waiting = new Requests.Filter(null, null, null, null, true);
    return lists.page(waiting, NEXT_REQUESTS, null).items().stream()
        .map(it -> new Next(it, TermLeft.of(it.dueDate(), now)))
        .toList();
  }

  private List<HistoryQuery.Item> findings(Instant now) {
    return history
        .find(
            new HistoryQuery.Filter(
                null, "processing.found-unlawful", null, null, now.minus(LATELY), null),
            0,
            MOST_FINDINGS)
        .reversed();
  }

  private Part part(String name) {
    HealthIndicator indicator = health.get(name);
    Health now = indicator == null ? null : indicator.health();
    return new Part(name, now == null || !Status.DOWN.equals(now.getStatus()));
  }
}
