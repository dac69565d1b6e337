package org.consentledger.api.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consentledger.api.openapi.ToldStory;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** No query of the API takes longer because the ledger is older. */
class SequentialScanTest extends WatchedLedger {

  private static final int ROWS = 20_000;

  /** Tables that hold a few rows whatever happens, and why. */
  private static final Map<String, String> SMALL =
      Map.of(
          "root_key", "one, and one for each time that it was replaced",
          "epoch_key", "one a month",
          "current_register", "what the officers wrote down; read whole when it changed",
          "webhook_feed", "one for each webhook");

  /** What asks for all rows because all are asked for, and why. */
  private static final Map<String, String> MEANT =
      Map.of(
          "select count(*) from vault.subject_key",
              "how many keys an epoch has, nearly all of them; only administrators ask",
          "select epoch, count(*) as keys from vault.subject_key", "the same, of each epoch");

  @Autowired private JdbcConnectionDetails connection;

  @Value("${ledger.data-directory}")
  private Path data;

  @Test
  void no_query_of_any_operation_reads_a_table_that_grows_from_its_beginning_to_its_end()
      throws Exception {
    statements.forget();
    ToldStory.tell(
        read(send(request("/v3/api-docs"))), token(LedgerClient.ALL_SCOPES), this::request);
    Set<String> queries =
        statements.all(it -> it.isOfRequest() || it.isOfAppender()).stream()
            .map(StatementsSent.Sent::sql)
            .filter(it -> it.stripLeading().matches("(?is)(select|with|insert|update|delete).*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(queries).hasSizeGreaterThan(100);

    Map<String, String> found = new TreeMap<>();
    try (GrownDatabase grown = new GrownDatabase()) {
      JdbcClient used = superuser();
      for (GrownDatabase.Table table : grown.tables()) {
        if (!SMALL.containsKey(table.name())) {
          grown.grow(table, ROWS, used);
        }
      }
      grown.analyse();
      for (String query : queries) {
        Set<String> scanned = new TreeSet<>();
        addScanned(json.readTree(grown.plan(numbered(query))), scanned);
        scanned.removeAll(SMALL.keySet());
        if (!scanned.isEmpty() && MEANT.keySet().stream().noneMatch(query::contains)) {
          found.put(query, scanned.toString());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static void addScanned(JsonNode plan, Set<String> tables) {
    if (plan.path("Node Type").asString("").equals("Seq Scan")) {
      tables.add(plan.get("Relation Name").asString());
    }
    plan.forEach(part -> addScanned(part, tables));
  }

  /** JDBC's question marks, as PostgreSQL numbers them. */
  private static String numbered(String query) {
    StringBuilder numbered = new StringBuilder();
    int parameters = 0;
    boolean quoted = false;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      quoted ^= c == '\'';
      if (c != '?' || quoted) {
        numbered.append(c);
      } else if (query.startsWith("??", i)) {
        numbered.append('?');
        i++;
      } else {
        parameters++;
        numbered.append('$').append(parameters);
      }
    }
    // The driver says of which type an array is; a plan without values must be told.
    return numbered.toString().replaceAll("unnest\\((\\$\\d+)\\)", "unnest($1::text[])");
  }

  private JdbcClient superuser() throws IOException {
    Properties passwords = new Properties();
    passwords.load(
        Files.newBufferedReader(data.resolve("postgres.passwords"), StandardCharsets.UTF_8));
    return JdbcClient.create(
        new DriverManagerDataSource(
            connection.getJdbcUrl(), "postgres", passwords.getProperty("postgres")));
  }
}
