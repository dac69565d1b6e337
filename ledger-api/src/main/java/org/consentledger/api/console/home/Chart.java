package org.consentledger.api.console.home;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Columns of stacked numbers, one a month, drawn without script. The same numbers stand in a table
 * beside it, for whoever does not see the picture.
 *
 * @param name what it shows, as a key of words
 * @param months the months, short and long
 * @param most what the highest column reaches
 */
record Chart(String name, List<Month> months, List<Series> series, long most, List<Bar> bars) {

  static final int WIDTH = 720;
  static final int HEIGHT = 200;

  private static final int FLOOR = 170;
  private static final int CEILING = 20;
  private static final int LEFT = 40;
  private static final double FILLED = 0.6;

  /** A month in the reader's words, and where its label stands. */
  record Month(String brief, String full, double middle) {}

  /**
   * Numbers of one kind.
   *
   * @param label what is counted; said already in the reader's language
   * @param values one a month
   */
  record Series(String label, List<Long> values) {}

  /** A part of a column: which series, and where it is drawn. */
  record Bar(int series, double x, double y, double width, double height) {}

  static Chart of(String name, List<YearMonth> months, List<Series> series, Locale locale) {
    long most = 1;
    for (int i = 0; i < months.size(); i++) {
      most = Math.max(most, sum(series, i));
    }
    double step = (double) (WIDTH - LEFT) / months.size();
    List<Bar> bars = new ArrayList<>();
    List<Month> labels = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      double x = LEFT + i * step + step * (1 - FILLED) / 2;
      double floor = FLOOR;
      for (int s = 0; s < series.size(); s++) {
        double height = (double) series.get(s).values().get(i) / most * (FLOOR - CEILING);
        floor -= height;
        if (height > 0) {
          bars.add(new Bar(s, round(x), round(floor), round(step * FILLED), round(height)));
        }
      }
      labels.add(
          new Month(
              format("LLL", months.get(i), locale),
              format("LLLL uuuu", months.get(i), locale),
              round(LEFT + i * step + step / 2)));
    }
    return new Chart(name, labels, series, most, bars);
  }

  private static long sum(List<Series> series, int month) {
    return series.stream().mapToLong(it -> it.values().get(month)).sum();
  }

  private static String format(String pattern, YearMonth month, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(month.atDay(1));
  }

  private static double round(double number) {
    return Math.round(number * 10) / 10.0;
  }
}
