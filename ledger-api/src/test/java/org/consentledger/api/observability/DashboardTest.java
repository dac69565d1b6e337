package org.consentledger.api.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DashboardTest extends RunningLedger {

  private static final Path DASHBOARD =
      Path.of("src/main/observability/grafana-dashboard.json").toAbsolutePath();
  private static final Pattern METRIC = Pattern.compile("([a-z]+(?:_[a-z]+)+)\\{");
  private static final Pattern NAME = Pattern.compile("^([a-z_]+)[ {]", Pattern.MULTILINE);

  @Test
  void every_metric_of_the_dashboard_is_told_by_a_ledger_that_runs() throws Exception {
    story();
    JsonNode dashboard = json.readTree(Files.readString(DASHBOARD));
    String told = ledgerClient().get("/actuator/prometheus").text();

    Set<String> names =
        NAME.matcher(told).results().map(name -> name.group(1)).collect(Collectors.toSet());
    assertThat(names).containsAll(metrics(dashboard));
    assertThat(metrics(dashboard)).hasSizeGreaterThan(15);
  }

  @Test
  void the_dashboard_can_be_imported_over_any_prometheus() throws Exception {
    JsonNode dashboard = json.readTree(Files.readString(DASHBOARD));

    assertThat(dashboard.get("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
    assertThat(dashboard.at("/templating/list/0/type").asString()).isEqualTo("datasource");
    assertThat(dashboard.at("/templating/list/0/query").asString()).isEqualTo("prometheus");
    Set<Integer> ids = new TreeSet<>();
    for (JsonNode panel : dashboard.get("panels")) {
      assertThat(ids.add(panel.get("id").asInt())).isTrue();
      for (JsonNode target : panel.path("targets")) {
        assertThat(target.at("/datasource/uid").asString()).isEqualTo("${datasource}");
      }
    }
  }

  @Test
  void every_stage_of_the_write_path_is_timed_and_every_transaction_counted() {
    story();
    String told = ledgerClient().get("/actuator/prometheus").text();

    for (String stage :
        Set.of("decide", "queue", "turn", "insert", "attachments", "projections", "commit")) {
      assertThat(value(told, "ledger_write_stage_seconds_sum{stage=\"" + stage + "\"}"))
          .as(stage)
          .isPositive();
    }
    assertThat(value(told, "ledger_write_batch_events_sum")).isGreaterThanOrEqualTo(5);
    assertThat(value(told, "ledger_write_batch_commands_sum")).isGreaterThanOrEqualTo(5);
    assertThat(value(told, "ledger_registers_loads_total")).isPositive();
  }

  @Test
  void no_metric_names_a_person_or_a_subject() {
    String address = UUID.randomUUID() + "@example.kz";
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    String subject = ledger.register("letters", address);
    ledger.giveConsent(subject, "letters", "1.0", "");
    ledger.get("/api/v1/subjects/" + subject);

    assertThat(ledger.get("/actuator/prometheus").text())
        .contains("/api/v1/subjects/{subjectId}")
        .doesNotContain(address)
        .doesNotContain(subject)
        .doesNotContain("\"" + CLIENT + "\"");
  }

  private void story() {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    LedgerClient.requireSuccess(ledger.withdraw(subject, "letters"));
  }

  private static double value(String told, String sample) {
    return told.lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(sample + " is not told"));
  }

  private static Set<String> metrics(JsonNode dashboard) {
    Set<String> metrics = new TreeSet<>();
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        Matcher metric = METRIC.matcher(target.get("expr").asString());
        while (metric.find()) {
          metrics.add(metric.group(1));
        }
      }
    }
    return metrics;
  }
}
