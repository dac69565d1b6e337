package org.consentledger.api.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class TracingTest extends RunningLedger {

  private static final String COMMAND = "http post /api/v1/subjects/{subjectId}/consents";
  private static final BlockingQueue<String> COLLECTED = new LinkedBlockingQueue<>();

  @DynamicPropertySource
  static void collect(DynamicPropertyRegistry properties) throws IOException {
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          COLLECTED.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    properties.add("management.opentelemetry.enabled", () -> true);
    properties.add("management.tracing.sampling.probability", () -> 1);
    properties.add("management.opentelemetry.tracing.export.schedule-delay", () -> "50ms");
    properties.add(
        "management.opentelemetry.tracing.export.otlp.endpoint",
        () -> "http://localhost:" + collector.getAddress().getPort() + "/v1/traces");
  }

  @Test
  void a_command_is_traced_by_the_template_of_its_path_and_by_nothing_about_the_person()
      throws Exception {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    String address = "gulnur-" + UUID.randomUUID() + "@example.kz";
    String subject = ledger.register("letters", address);
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    ledger.get("/api/v1/subjects/" + subject + "/history");
    ledger.get("/api/v1/subjects/" + UUID.randomUUID());

    String spans = collectedUntil("http get /api/v1/subjects/{subjectId}/history");
    assertThat(spans).contains(COMMAND).contains("consent-ledger");
    assertThat(spans)
        .doesNotContain(subject)
        .doesNotContain(address)
        .doesNotContain("gulnur")
        .doesNotContain(SECRET);
  }

  private static String collectedUntil(String name) throws InterruptedException {
    StringBuilder spans = new StringBuilder();
    while (spans.indexOf(name) < 0) {
      String more = COLLECTED.poll(20, TimeUnit.SECONDS);
      assertThat(more).as("spans that were collected: " + spans).isNotNull();
      spans.append(more);
    }
    return spans.toString();
  }
}
