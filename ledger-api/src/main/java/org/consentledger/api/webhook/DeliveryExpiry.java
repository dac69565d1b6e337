package org.consentledger.api.webhook;

import java.time.Clock;
import java.time.Duration;
import org.consentledger.api.jobs.Job;
import org.springframework.stereotype.Component;

/** Forgets what was delivered long ago. What was given up stays until somebody sees to it. */
@Component
final class DeliveryExpiry implements Job {

  private static final int AT_ONCE = 10_000;

  private final WebhookDeliveries deliveries;
  private final WebhookProperties properties;
  private final Clock clock;

  DeliveryExpiry(WebhookDeliveries deliveries, WebhookProperties properties, Clock clock) {
    this.deliveries = deliveries;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook-delivery-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    deliveries.forgetBefore(clock.instant().minus(properties.retention()), AT_ONCE);
  }
}
