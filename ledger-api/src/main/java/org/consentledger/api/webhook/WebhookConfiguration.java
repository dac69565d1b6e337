package org.consentledger.api.webhook;

import java.time.Clock;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.streaming.Progress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what tells webhooks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

  @Bean
  AddressGuard addressGuard(WebhookProperties properties) {
    return new AddressGuard(properties.allowPrivateAddresses());
  }

  @Bean
  WebhookClient webhookClient(AddressGuard guard, WebhookProperties properties, Clock clock) {
    return new WebhookClient(guard, properties.timeout(), clock);
  }

  @Bean
  WebhookParts webhookParts(
      WebhookReceivers webhooks,
      WebhookFeeds feeds,
      WebhookDeliveries deliveries,
      WebhookMessages messages,
      WebhookClient client,
      HistoryFeed history,
      Commands commands,
      PlatformTransactionManager transactions,
      WebhookMetrics metrics,
      WebhookProperties properties,
      Clock clock) {
    return new WebhookParts(
        webhooks,
        feeds,
        deliveries,
        messages,
        client,
        history,
        commands,
        new TransactionTemplate(transactions),
        new RetrySchedule(properties.schedule()),
        metrics,
        clock,
        properties.atOnce());
  }

  /** The command line's own use of the program tells nobody. */
  @ConditionalOnProperty(name = "ledger.jobs", matchIfMissing = true)
  @Bean
  WebhookSender webhookSender(
      WebhookParts parts, Progress progress, SealingLoop sealing, WebhookProperties properties) {
    return new WebhookSender(parts, progress, sealing, properties.timeout());
  }
}
