package org.consentledger.api.console.home;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.statistics.Statistics;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws how consents, withdrawals and requests went in the last twelve months. */
@Component
final class HomeCharts {

  private static final int MONTHS = 12;
  private static final int MOST_PURPOSES = 4;
  private static final Set<String> GIVEN = Set.of("consent.given", "consent.renewed");

  private final Statistics statistics;
  private final PurposeTitles titles;
  private final MessageSource words;

  HomeCharts(Statistics statistics, PurposeTitles titles, MessageSource words) {
    this.statistics = statistics;
    this.titles = titles;
    this.words = words;
  }

  List<Chart> draw(Instant now, Locale locale, Language language) {
    YearMonth last = YearMonth.from(Kazakhstan.dayOf(now));
    List<YearMonth> months =
        IntStream.rangeClosed(1 - MONTHS, 0).mapToObj(last::plusMonths).toList();
    List<Statistics.Consents> consents = statistics.consents(months.getFirst());
    return List.of(
        Chart.of("consents", months, byPurpose(consents, months, locale, language), locale),
        Chart.of("withdrawals", months, withdrawals(consents, months, locale), locale),
        Chart.of("requests", months, requests(months, now, locale), locale));
  }

  /** The purposes with the most consents; the others together. */
  private List<Chart.Series> byPurpose(
      List<Statistics.Consents> consents,
      List<YearMonth> months,
      Locale locale,
      Language language) {
    Map<PurposeId, Map<YearMonth, Long>> counts = new TreeMap<>();
    consents.stream()
        .filter(it -> GIVEN.contains(it.event()))
        .forEach(
            it ->
                counts
                    .computeIfAbsent(it.purposeId(), purpose -> new LinkedHashMap<>())
                    .merge(it.month(), it.count(), Long::sum));
    List<PurposeId> ranked =
        counts.keySet().stream()
            .sorted(
                Comparator.comparingLong(purpose -> -sum(counts.getOrDefault(purpose, Map.of()))))
            .toList();
    List<Chart.Series> series = new ArrayList<>();
    ranked.stream()
        .limit(MOST_PURPOSES)
        .forEach(
            purpose ->
                series.add(
                    new Chart.Series(
                        titles.of(purpose, language),
                        values(months, counts.getOrDefault(purpose, Map.of())))));
    if (ranked.size() > MOST_PURPOSES) {
      Map<YearMonth, Long> others = new LinkedHashMap<>();
      ranked.stream()
          .skip(MOST_PURPOSES)
          .forEach(
              purpose ->
                  counts
                      .getOrDefault(purpose, Map.of())
                      .forEach((month, count) -> others.merge(month, count, Long::sum)));
      series.add(new Chart.Series(word("home.others", locale), values(months, others)));
    }
    return series;
  }

  private List<Chart.Series> withdrawals(
      List<Statistics.Consents> consents, List<YearMonth> months, Locale locale) {
    Map<YearMonth, Long> withdrawn = new LinkedHashMap<>();
    consents.stream()
        .filter(it -> it.event().equals("consent.withdrawn"))
        .forEach(it -> withdrawn.merge(it.month(), it.count(), Long::sum));
    return List.of(
        new Chart.Series(word("home.withdrawals.label", locale), values(months, withdrawn)));
  }

  private List<Chart.Series> requests(List<YearMonth> months, Instant now, Locale locale) {
    List<Statistics.Requests> received = statistics.requests(months.getFirst(), now);
    return List.of(
        series("home.requests.inTime", months, received, Statistics.Requests::inTime, locale),
        series("home.requests.late", months, received, Statistics.Requests::late, locale),
        series("home.requests.waiting", months, received, Statistics.Requests::waiting, locale));
  }

  private Chart.Series series(
      String label,
      List<YearMonth> months,
      List<Statistics.Requests> received,
      ToLongFunction<Statistics.Requests> count,
      Locale locale) {
    Map<YearMonth, Long> counts = new LinkedHashMap<>();
    received.forEach(it -> counts.merge(it.month(), count.applyAsLong(it), Long::sum));
    return new Chart.Series(word(label, locale), values(months, counts));
  }

  private static List<Long> values(List<YearMonth> months, Map<YearMonth, Long> counts) {
    return months.stream().map(month -> counts.getOrDefault(month, 0L)).toList();
  }

  private static long sum(Map<YearMonth, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private String word(String key, Locale locale) {
    return words.getMessage(key, null, locale);
  }
}
