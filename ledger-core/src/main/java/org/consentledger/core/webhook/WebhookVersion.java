package org.consentledger.core.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a webhook; see {@link WebhookEvent.WebhookRecorded}.
 *
 * @param evidence the event that recorded it
 */
public record WebhookVersion(
    int number, WebhookContent content, Instant recordedAt, UUID evidence) {}
