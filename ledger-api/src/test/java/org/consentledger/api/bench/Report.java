package org.consentledger.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was found, for the terminal, as Markdown and as JSON. */
record Report(Map<String, String> machine, List<Finding> findings, List<Chart> charts) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A line a row, each as soon as it is known. */
  static String line(Finding finding) {
    if (!finding.isMeasured()) {
      return "%-4s not measured: %s".formatted(finding.row(), finding.note());
    }
    List<Double> ratios = finding.ratios();
    return "%-4s %8s of the limit (%s–%s), aim %s %s %s  %s %s against %s: %s"
        .formatted(
            finding.row(),
            number(finding.ratio()),
            number(min(ratios)),
            number(max(ratios)),
            finding.isCost() ? "≤" : "≥",
            number(finding.aim()),
            finding.isReached() ? "reached" : "NOT reached",
            number(Finding.median(finding.worked())),
            finding.unit(),
            number(Finding.median(finding.limits())),
            finding.work());
  }

  /** Writes {@code bench.md}, {@code bench.json} and the charts. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("bench.md"), markdown());
    Files.writeString(
        folder.resolve("bench.json"),
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(
                Map.of("machine", machine, "rows", findings.stream().map(Report::json).toList())));
    for (Chart chart : charts) {
      Files.writeString(folder.resolve(chart.file()), chart.svg());
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# What the bench found\n\n");
    machine.forEach(
        (name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
    text.append(
        """

        Medians over all rounds; a ratio is taken in each round with that round's limit. What each row is, is told in BENCH.md.

        | row | work | median | limit | median | ratio | spread | aim | |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    for (Finding each : findings) {
      text.append(
          each.isMeasured()
              ? "| %s | %s | %s %s | %s | %s | **%s** | %s–%s | %s %s | %s |\n"
                  .formatted(
                      each.row(),
                      each.work(),
                      number(Finding.median(each.worked())),
                      each.unit(),
                      each.limit(),
                      number(Finding.median(each.limits())),
                      number(each.ratio()),
                      number(min(each.ratios())),
                      number(max(each.ratios())),
                      each.isCost() ? "≤" : "≥",
                      number(each.aim()),
                      each.isReached() ? "reached" : "not reached")
              : "| %s | not measured: %s | | | | | | | |\n".formatted(each.row(), each.note()));
    }
    text.append('\n');
    findings.stream()
        .filter(each -> each.isMeasured() && each.note() != null)
        .forEach(
            each ->
                text.append("- ").append(each.row()).append(": ").append(each.note()).append('\n'));
    charts.forEach(chart -> text.append("\n![%s](%s)\n".formatted(chart.title(), chart.file())));
    return text.toString();
  }

  private static Map<String, @Nullable Object> json(Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("row", finding.row());
    json.put("work", finding.work());
    json.put("note", finding.note());
    if (finding.isMeasured()) {
      json.put("limit", finding.limit());
      json.put("unit", finding.unit());
      json.put("worked", finding.worked());
      json.put("limits", finding.limits());
      json.put("ratio", finding.ratio());
      json.put("least", min(finding.ratios()));
      json.put("most", max(finding.ratios()));
      json.put("aim", finding.aim());
      json.put("lessIsBetter", finding.isCost());
      json.put("reached", finding.isReached());
    }
    return json;
  }

  private static double min(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ')
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
