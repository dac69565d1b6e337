package org.consentledger.api.webhook;

import static java.util.function.Function.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.consentledger.core.vocabulary.WebhookId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Attempts by outcome, and how far each webhook is. */
@Component
final class WebhookMetrics {

  private final MeterRegistry registry;
  private final WebhookStatus status;
  private final MultiGauge lag;
  private final MultiGauge dead;
  private volatile Map<WebhookId, WebhookStatus.Of> measured = Map.of();

  WebhookMetrics(MeterRegistry registry, WebhookStatus status) {
    this.registry = registry;
    this.status = status;
    this.lag =
        MultiGauge.builder("ledger.webhook.lag")
            .description("Events that a webhook was not looked through for, or not told of, yet")
            .baseUnit("events")
            .register(registry);
    this.dead =
        MultiGauge.builder("ledger.webhook.dead.letters")
            .description("Events that were given up")
            .baseUnit("events")
            .register(registry);
  }

  void attempted(WebhookId webhook, Outcome outcome) {
    registry
        .counter("ledger.webhook.attempts", "webhook", webhook.value(), "outcome", outcome.name())
        .increment();
  }

  @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void measure() {
    List<WebhookStatus.Of> all = status.all();
    measured = all.stream().collect(Collectors.toMap(WebhookStatus.Of::webhook, identity()));
    lag.register(rows(all, it -> it.behind() + it.waiting()));
    dead.register(rows(all, WebhookStatus.Of::dead));
  }

  /**
   * Rows that stay as they are and ask for their value: one that is replaced while Prometheus reads
   * is there twice, which it refuses.
   */
  private List<MultiGauge.Row<?>> rows(
      List<WebhookStatus.Of> all, ToLongFunction<WebhookStatus.Of> value) {
    return all.stream()
        .map(WebhookStatus.Of::webhook)
        .<MultiGauge.Row<?>>map(
            webhook ->
                MultiGauge.Row.of(
                    Tags.of("webhook", webhook.value()),
                    this,
                    metrics -> metrics.value(webhook, value)))
        .toList();
  }

  private double value(WebhookId webhook, ToLongFunction<WebhookStatus.Of> value) {
    WebhookStatus.Of known = measured.get(webhook);
    return known == null ? Double.NaN : value.applyAsLong(known);
  }
}
