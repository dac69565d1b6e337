package org.consentledger.api.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookSecret;
import org.consentledger.core.webhook.WebhookState;
import org.consentledger.core.webhook.WebhookVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows webhooks, and how far they are. */
@Component
final class WebhookViews {

  private final WebhookReceivers webhooks;
  private final WebhookStatus status;

  /**
   * A webhook, as it was recorded last.
   *
   * @param version counts its versions, from 1
   * @param url where the service is told; missing where a restored backup did not hold it
   * @param types the events that it is told of; all where there are none
   * @param purposes the purposes that they are about; all where there are none
   * @param active whether it is told now
   * @param ended whether the receiver answered that it wants no more (410), and it was not recorded
   *     anew since
   * @param after where it began, if that was said
   * @param secretMadeAt since when its newest secret signs
   * @param progress how far it is; missing in its first moment
   */
  record WebhookView(
      WebhookId id,
      int version,
      @Nullable String url,
      SortedSet<String> types,
      SortedSet<PurposeId> purposes,
      boolean active,
      boolean ended,
      @Nullable Long after,
      Instant recordedAt,
      Instant secretMadeAt,
      @Nullable WebhookProgress progress) {}

  /**
   * How far a webhook is.
   *
   * @param position events up to here were delivered, wait to be, were given up, or are not for it
   * @param behind how many events of the history came after that
   * @param waiting how many deliveries wait
   * @param dead how many deliveries were given up
   * @param failures how many events failed, one after the other, since one was taken
   * @param failingSince since when all attempts fail
   * @param resumeAt nothing is sent before this moment, because the receiver asked for it or is
   *     down
   */
  record WebhookProgress(
      long position,
      long behind,
      long waiting,
      long dead,
      int failures,
      @Nullable Instant failingSince,
      @Nullable Instant resumeAt) {

    static WebhookProgress of(WebhookStatus.Of status) {
      return new WebhookProgress(
          status.position(),
          status.behind(),
          status.waiting(),
          status.dead(),
          status.failures(),
          status.failingSince(),
          status.resumeAt());
    }
  }

  WebhookViews(WebhookReceivers webhooks, WebhookStatus status) {
    this.webhooks = webhooks;
    this.status = status;
  }

  List<WebhookView> of(List<WebhookState> states) {
    Map<UUID, byte[]> addresses = webhooks.addresses(states);
    Map<WebhookId, WebhookStatus.Of> all =
        status.all().stream()
            .collect(Collectors.toMap(WebhookStatus.Of::webhook, Function.identity()));
    return states.stream()
        .map(state -> view(state, addresses, all.get(state.webhookId())))
        .toList();
  }

  private static WebhookView view(
      WebhookState state, Map<UUID, byte[]> addresses, WebhookStatus.@Nullable Of progress) {
    WebhookVersion version = state.latest();
    byte[] address = addresses.get(version.content().addressReference());
    WebhookSecret secret = state.secrets().getLast();
    return new WebhookView(
        state.webhookId(),
        version.number(),
        address == null ? null : new String(address, StandardCharsets.UTF_8),
        version.content().types(),
        version.content().purposes(),
        state.isActive(),
        state.ended(),
        version.content().after(),
        version.recordedAt(),
        secret.madeAt(),
        progress == null ? null : WebhookProgress.of(progress));
  }
}
