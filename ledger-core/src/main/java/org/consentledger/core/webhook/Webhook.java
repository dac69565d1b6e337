package org.consentledger.core.webhook;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.webhook.WebhookCommand.EndWebhook;
import org.consentledger.core.webhook.WebhookCommand.RecordWebhook;
import org.consentledger.core.webhook.WebhookCommand.ReplaceSecret;
import org.jspecify.annotations.Nullable;

/** Axon's view of a webhook. */
public class Webhook {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable WebhookState state;

  /** For Axon, which folds the events over it. */
  protected Webhook() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordWebhook command, Clock clock) {
    WebhookRules.record(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  /** Created if missing only to be refused by our own rule instead of by Axon. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReplaceSecret command, Clock clock) {
    WebhookRules.replaceSecret(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  /** Created if missing only to be refused by our own rule instead of by Axon. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(EndWebhook command, Clock clock) {
    WebhookRules.end(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(WebhookEvent event, DomainEventMessage<?> message) {
    identifier = identifier(event.webhookId().value());
    state = WebhookState.evolve(state, event, UUID.fromString(message.getIdentifier()));
  }

  /** The aggregate identifier of a webhook. */
  public static String identifier(String webhookId) {
    return "webhook:" + webhookId;
  }
}
