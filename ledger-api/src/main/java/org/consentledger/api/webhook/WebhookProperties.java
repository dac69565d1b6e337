package org.consentledger.api.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about webhooks.
 *
 * @param allowPrivateAddresses whether receivers may be on this machine or in a private network
 * @param timeout how long a receiver may take to answer
 * @param schedule how long to wait after each attempt that failed; after the last the delivery is
 *     given up
 * @param atOnce how many events a webhook is sent at the same time; never two about the same thing
 * @param retention how long it is known of what was delivered
 */
@ConfigurationProperties("ledger.webhooks")
record WebhookProperties(
    @DefaultValue("false") boolean allowPrivateAddresses,
    @DefaultValue("15s") Duration timeout,
    @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> schedule,
    @DefaultValue("1") int atOnce,
    @DefaultValue("P30D") Duration retention) {

  WebhookProperties {
    schedule = List.copyOf(schedule);
    if (schedule.isEmpty() || schedule.stream().anyMatch(delay -> !delay.isPositive())) {
      throw new IllegalArgumentException(
          "ledger.webhooks.schedule holds at least one duration, and positive ones.");
    }
    if (atOnce < 1 || atOnce > 64) {
      throw new IllegalArgumentException("ledger.webhooks.at-once is a number from 1 to 64.");
    }
    if (!timeout.isPositive() || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("ledger.webhooks.timeout is at most a minute.");
    }
  }
}
