package org.consentledger.api.webhook;

import java.time.Clock;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.projections.history.HistoryFeed;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What webhooks are worked for with.
 *
 * @param atOnce how many events one is sent at the same time
 */
record WebhookParts(
    WebhookReceivers webhooks,
    WebhookFeeds feeds,
    WebhookDeliveries deliveries,
    WebhookMessages messages,
    WebhookClient client,
    HistoryFeed history,
    Commands commands,
    TransactionTemplate transactions,
    RetrySchedule schedule,
    WebhookMetrics metrics,
    Clock clock,
    int atOnce) {}
