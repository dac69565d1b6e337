package org.consentledger.api.bench;

import java.util.List;
import java.util.Locale;

/**
 * One line over sizes, as SVG: legible on a light and on a dark page, with every value written
 * beside its point.
 *
 * @param file its name, without folder
 * @param title what it shows
 * @param unit of the values
 * @param sizes what was there at each point, such as events; the axis is logarithmic
 * @param values at each size; the axis begins at nothing
 */
record Chart(String file, String title, String unit, List<Long> sizes, List<Double> values) {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final int TOP = 56;
  private static final int RIGHT = 600;
  private static final int BOTTOM = 270;

  String svg() {
    StringBuilder points = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < sizes.size(); i++) {
      double x = x(i);
      double y = y(values.get(i));
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      marks.append(
          String.format(
              Locale.ROOT,
              """
                <circle cx="%.1f" cy="%.1f" r="4" class="mark"/>
                <text x="%.1f" y="%.1f" text-anchor="middle">%s</text>
                <text x="%.1f" y="%d" text-anchor="middle">%s</text>
              """,
              x,
              y,
              x,
              y - 12,
              Report.number(values.get(i)),
              x,
              BOTTOM + 20,
              Report.number(sizes.get(i))));
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
      <style>
        svg { background: #fff; font: 13px sans-serif; }
        text { fill: #222; }
        .axis { stroke: #888; fill: none; }
        .line { stroke: #06c; stroke-width: 2; fill: none; }
        .mark { fill: #06c; }
        @media (prefers-color-scheme: dark) {
          svg { background: #161616; }
          text { fill: #eee; }
          .line { stroke: #6bf; }
          .mark { fill: #6bf; }
        }
      </style>
      <text x="%d" y="24" font-size="16">%s</text>
      <text x="%d" y="44">%s</text>
      <path class="axis" d="M%d %d V%d H%d"/>
      <polyline class="line" points="%s"/>
    %s  <text x="%d" y="%d" text-anchor="end">events in the ledger</text>
    </svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            title,
            LEFT,
            title,
            LEFT,
            unit,
            LEFT,
            TOP,
            BOTTOM,
            RIGHT,
            points.toString().strip(),
            marks,
            RIGHT,
            HEIGHT - 8);
  }

  private double x(int i) {
    double first = Math.log(sizes.getFirst());
    double last = Math.log(sizes.getLast());
    double share = last > first ? (Math.log(sizes.get(i)) - first) / (last - first) : 0.5;
    return LEFT + 40 + share * (RIGHT - LEFT - 80);
  }

  private double y(double value) {
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return BOTTOM - (most == 0 ? 0 : value / most) * (BOTTOM - TOP - 30);
  }
}
