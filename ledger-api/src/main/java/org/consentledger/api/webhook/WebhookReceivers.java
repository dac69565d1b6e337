package org.consentledger.api.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookSecret;
import org.consentledger.core.webhook.WebhookState;
import org.consentledger.projections.current.CurrentWebhooks;
import org.consentledger.projections.history.EventSelection;
import org.springframework.stereotype.Component;

/** The webhooks, with what the vault keeps of them. */
@Component
final class WebhookReceivers {

  private final CurrentWebhooks register;
  private final Vault vault;
  private final Clock clock;

  /**
   * Whom to tell of what, and how to sign it.
   *
   * @param secrets those that sign now, the newest first
   */
  record Receiver(URI address, List<String> secrets, EventSelection selection) {

    /** Copies the list. */
    Receiver {
      secrets = List.copyOf(secrets);
    }
  }

  WebhookReceivers(CurrentWebhooks register, Vault vault, Clock clock) {
    this.register = register;
    this.vault = vault;
    this.clock = clock;
  }

  List<WebhookState> all() {
    return register.all();
  }

  Optional<WebhookState> find(WebhookId webhook) {
    return register.find(webhook);
  }

  /**
   * Opens what the vault keeps of a webhook. Empty where it lacks something, as after a restored
   * backup to which history was put back.
   */
  Optional<Receiver> receiver(WebhookState webhook) {
    UUID address = webhook.latest().content().addressReference();
    List<UUID> secrets =
        webhook.secretsAt(clock.instant()).stream().map(WebhookSecret::reference).toList();
    Map<UUID, byte[]> opened =
        vault.documents(
            Vault.OPERATOR, Stream.concat(Stream.of(address), secrets.stream()).toList());
    byte[] place = opened.get(address);
    List<String> keys = new ArrayList<>();
    secrets.stream()
        .map(opened::get)
        .filter(Objects::nonNull)
        .forEach(secret -> keys.add(new String(secret, StandardCharsets.UTF_8)));
    if (place == null || keys.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Receiver(
            URI.create(new String(place, StandardCharsets.UTF_8)), keys, selection(webhook)));
  }

  /** Where webhooks are told; those of which the vault knows it no longer are left out. */
  Map<UUID, byte[]> addresses(List<WebhookState> webhooks) {
    return vault.documents(
        Vault.OPERATOR,
        webhooks.stream().map(it -> it.latest().content().addressReference()).toList());
  }

  static EventSelection selection(WebhookState webhook) {
    return new EventSelection(
        webhook.latest().content().types(), webhook.latest().content().purposes(), null);
  }
}
