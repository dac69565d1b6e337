package org.consentledger.core.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookEvent.SecretMade;
import org.consentledger.core.webhook.WebhookEvent.WebhookEnded;
import org.consentledger.core.webhook.WebhookEvent.WebhookRecorded;
import org.jspecify.annotations.Nullable;

/**
 * A webhook with all its versions and secrets, the oldest first.
 *
 * @param ended whether whoever is there wants no more, and it was not recorded anew since
 */
public record WebhookState(
    WebhookId webhookId,
    List<WebhookVersion> versions,
    List<WebhookSecret> secrets,
    boolean ended) {

  /** Copies the lists. */
  public WebhookState {
    versions = List.copyOf(versions);
    secrets = List.copyOf(secrets);
  }

  /** The state after one more event. */
  public static WebhookState evolve(
      @Nullable WebhookState before, WebhookEvent event, UUID eventId) {
    WebhookState known =
        before == null ? new WebhookState(event.webhookId(), List.of(), List.of(), false) : before;
    return switch (event) {
      case WebhookRecorded it ->
          known.with(new WebhookVersion(it.number(), it.content(), it.recordedAt(), eventId));
      case SecretMade it ->
          known.with(new WebhookSecret(it.secret(), it.recordedAt(), null), it.earlierUntil());
      case WebhookEnded it ->
          new WebhookState(known.webhookId, known.versions, known.secrets, true);
    };
  }

  private WebhookState with(WebhookVersion version) {
    List<WebhookVersion> more = new ArrayList<>(versions);
    more.add(version);
    return new WebhookState(webhookId, more, secrets, false);
  }

  private WebhookState with(WebhookSecret secret, @Nullable Instant earlierUntil) {
    List<WebhookSecret> more = new ArrayList<>();
    secrets.forEach(earlier -> more.add(earlier.endedBy(earlierUntil)));
    more.add(secret);
    return new WebhookState(webhookId, versions, more, ended);
  }

  /** The first version, which says where it begins. */
  public WebhookVersion first() {
    return versions.getFirst();
  }

  /** The newest version. */
  public WebhookVersion latest() {
    return versions.getLast();
  }

  /** Whether it is told of events now. */
  @JsonIgnore
  public boolean isActive() {
    return latest().content().active() && !ended;
  }

  /** The secrets that sign at a moment, the newest first. */
  public List<WebhookSecret> secretsAt(Instant moment) {
    return secrets.reversed().stream().filter(secret -> secret.isInForceAt(moment)).toList();
  }
}
