package org.consentledger.api.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** DOWN where the receiver of an active webhook has taken nothing for an hour. */
@Component("webhooks")
final class WebhookHealth implements HealthIndicator {

  private static final Duration LONGEST_FAILURE = Duration.ofHours(1);

  private final WebhookStatus status;
  private final WebhookReceivers webhooks;
  private final Clock clock;

  WebhookHealth(WebhookStatus status, WebhookReceivers webhooks, Clock clock) {
    this.status = status;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Instant now = clock.instant();
    Set<WebhookId> active =
        webhooks.all().stream()
            .filter(WebhookState::isActive)
            .map(WebhookState::webhookId)
            .collect(Collectors.toSet());
    List<WebhookStatus.Of> known =
        status.all().stream().filter(it -> active.contains(it.webhook())).toList();
    boolean down = known.stream().anyMatch(it -> it.failingFor(now).compareTo(LONGEST_FAILURE) > 0);
    Health.Builder health = down ? Health.down() : Health.up();
    known.forEach(it -> health.withDetail(it.webhook().value(), details(it, now)));
    return health.build();
  }

  private static Map<String, Object> details(WebhookStatus.Of webhook, Instant now) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("behind", webhook.behind());
    details.put("waiting", webhook.waiting());
    details.put("deadLetters", webhook.dead());
    details.put("failingSeconds", webhook.failingFor(now).toSeconds());
    return details;
  }
}
