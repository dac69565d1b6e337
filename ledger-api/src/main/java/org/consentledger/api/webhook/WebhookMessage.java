package org.consentledger.api.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a receiver is sent.
 *
 * @param id the same however often it is sent, so that receivers can tell that they have it
 * @param body the bytes that are signed, as text
 */
record WebhookMessage(String id, String body) {

  /**
   * The body.
   *
   * @param type the stored name of the event
   * @param timestamp when it was recorded
   * @param data the event, as the history shows it
   */
  record Payload(String type, Instant timestamp, Object data) {}

  /**
   * The signatures over id, moment and body, one for each secret.
   *
   * @param moment of the attempt
   */
  String signatures(List<String> secrets, Instant moment) {
    return secrets.stream()
        .map(secret -> signature(secret, moment.getEpochSecond()))
        .collect(Collectors.joining(" "));
  }

  private String signature(String secret, long seconds) {
    try {
      return new Webhook(secret).sign(id, seconds, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException failure) {
      throw new IllegalStateException("A message could not be signed.", failure);
    }
  }
}
