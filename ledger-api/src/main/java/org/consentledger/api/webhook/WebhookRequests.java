package org.consentledger.api.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/** What is asked about webhooks. */
final class WebhookRequests {

  private WebhookRequests() {}

  /**
   * A webhook.
   *
   * @param url where the service is told: https, or http on this machine
   * @param types the events that it is told of, by their stored names such as {@code
   *     consent.withdrawn}, or families of them such as {@code consent.*}; all where there are none
   * @param purposes the purposes that they are about; events about a person as a whole, such as a
   *     block or a destruction, come with each of them. All where there are none
   * @param active whether it is told now; what happens while it is not is told later. So where it
   *     is not said
   * @param after the position after which the first event is that it is told of; where it is not
   *     said, it begins with its registration. Said once
   */
  record WebhookRequest(
      @NotBlank @Size(max = 2000) String url,
      @Nullable List<@NotNull String> types,
      @Nullable List<@NotNull PurposeId> purposes,
      @Nullable Boolean active,
      @Nullable @PositiveOrZero Long after) {}

  /**
   * A change of the secret.
   *
   * @param overlap how long the earlier secret signs beside the new one, at most 30 days; {@code
   *     P1D} where it is not said
   */
  record SecretRequest(@Nullable Duration overlap) {}

  /**
   * What to send once more.
   *
   * @param after the position after which it begins; the beginning where it is not said
   * @param upTo the position of the last; the last that the webhook was told of where it is not
   *     said
   * @param state only deliveries that stand so: DEAD; all that are for the webhook where it is not
   *     said
   */
  record RedeliveryRequest(
      @Nullable @PositiveOrZero Long after,
      @Nullable @PositiveOrZero Long upTo,
      @Nullable RedeliveryState state) {}

  /** Which deliveries are sent once more. */
  enum RedeliveryState {
    /** Those that were given up. */
    DEAD
  }
}
