package org.consentledger.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookCommand.EndWebhook;
import org.consentledger.core.webhook.WebhookCommand.RecordWebhook;
import org.consentledger.core.webhook.WebhookCommand.ReplaceSecret;
import org.consentledger.core.webhook.WebhookEvent.SecretMade;
import org.consentledger.core.webhook.WebhookEvent.WebhookEnded;
import org.consentledger.core.webhook.WebhookEvent.WebhookRecorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookTest {

  private static final WebhookId CRM = new WebhookId("crm");
  private static final UUID SECRET = id(1);
  private static final UUID NEXT_SECRET = id(2);

  private static AggregateTestFixture<Webhook> webhook() {
    AggregateTestFixture<Webhook> fixture = new AggregateTestFixture<>(Webhook.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  private static WebhookContent content(boolean active, @Nullable Long after, int reference) {
    return new WebhookContent(
        set("consent.*"), set(NEWSLETTER), active, after, "a".repeat(64), id(reference));
  }

  private static RecordWebhook record(WebhookContent content) {
    return new RecordWebhook(CRM, content, SECRET);
  }

  private static WebhookRecorded recorded(int number, WebhookContent content) {
    return new WebhookRecorded(CRM, number, content, EARLIER);
  }

  private static SecretMade secretMade() {
    return new SecretMade(CRM, SECRET, null, EARLIER);
  }

  @Test
  void a_new_webhook_comes_with_a_secret() {
    webhook()
        .givenNoPriorActivity()
        .when(record(content(true, 17L, 3)))
        .expectEvents(
            new WebhookRecorded(CRM, 1, content(true, 17L, 3), NOW),
            new SecretMade(CRM, SECRET, null, NOW));
  }

  @Test
  void the_same_again_changes_nothing_and_something_else_makes_a_version_without_a_secret() {
    webhook()
        .given(recorded(1, content(true, 17L, 3)), secretMade())
        .when(record(content(true, null, 9)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    webhook()
        .given(recorded(1, content(true, 17L, 3)), secretMade())
        .when(record(content(false, 17L, 9)))
        .expectEvents(new WebhookRecorded(CRM, 2, content(false, 17L, 9), NOW));
  }

  @Test
  void where_it_begins_is_said_once() {
    for (Long begun : new Long[] {17L, null}) {
      webhook()
          .given(recorded(1, content(true, begun, 3)), secretMade())
          .when(record(content(true, 18L, 3)))
          .expectException(refusedBecause(new Refusal.WebhookBegun()))
          .expectNoEvents();
    }
  }

  @Test
  void one_that_was_ended_begins_anew_when_it_is_recorded_though_it_says_the_same() {
    webhook()
        .given(recorded(1, content(true, null, 3)), secretMade())
        .when(new EndWebhook(CRM))
        .expectEvents(new WebhookEnded(CRM, NOW));
    webhook()
        .given(recorded(1, content(true, null, 3)), secretMade(), new WebhookEnded(CRM, EARLIER))
        .when(new EndWebhook(CRM))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    webhook()
        .given(recorded(1, content(true, null, 3)), secretMade(), new WebhookEnded(CRM, EARLIER))
        .when(record(content(true, null, 3)))
        .expectEvents(new WebhookRecorded(CRM, 2, content(true, null, 3), NOW))
        .expectState(state -> assertThat(state).isNotNull());
  }

  @Test
  void a_secret_is_replaced_and_nothing_is_asked_of_a_webhook_that_is_not_there() {
    webhook()
        .given(recorded(1, content(true, null, 3)), secretMade())
        .when(new ReplaceSecret(CRM, NEXT_SECRET, Duration.ofHours(1)))
        .expectEvents(new SecretMade(CRM, NEXT_SECRET, NOW.plusSeconds(3600), NOW));
    webhook()
        .givenNoPriorActivity()
        .when(new ReplaceSecret(CRM, NEXT_SECRET, Duration.ZERO))
        .expectException(refusedBecause(new Refusal.WebhookUnknown()));
    webhook()
        .givenNoPriorActivity()
        .when(new EndWebhook(CRM))
        .expectException(refusedBecause(new Refusal.WebhookUnknown()));
  }

  @Test
  void earlier_secrets_sign_until_the_overlap_is_over_and_one_without_overlap_ends_all() {
    WebhookState state =
        evolve(
            null,
            recorded(1, content(true, null, 3)),
            secretMade(),
            new SecretMade(CRM, NEXT_SECRET, NOW.plusSeconds(60), NOW));
    assertThat(state.secretsAt(NOW))
        .extracting(WebhookSecret::reference)
        .containsExactly(NEXT_SECRET, SECRET);
    assertThat(state.secretsAt(NOW.plusSeconds(60)))
        .extracting(WebhookSecret::reference)
        .containsExactly(NEXT_SECRET);

    WebhookState stolen = evolve(state, new SecretMade(CRM, id(4), NOW, NOW));
    assertThat(stolen.secretsAt(NOW)).extracting(WebhookSecret::reference).containsExactly(id(4));
    WebhookState later = evolve(state, new SecretMade(CRM, id(4), NOW.plusSeconds(600), NOW));
    assertThat(later.secretsAt(NOW.plusSeconds(60)))
        .extracting(WebhookSecret::reference)
        .as("a later overlap does not prolong an earlier one")
        .containsExactly(id(4), NEXT_SECRET);
  }

  @Test
  void it_is_told_while_it_is_active_and_was_not_ended() {
    WebhookState state = evolve(null, recorded(1, content(true, null, 3)), secretMade());
    assertThat(state.isActive()).isTrue();
    WebhookState ended = evolve(state, new WebhookEnded(CRM, NOW));
    assertThat(ended.isActive()).isFalse();
    assertThat(evolve(ended, recorded(2, content(true, null, 3))).isActive()).isTrue();
    assertThat(evolve(state, recorded(2, content(false, null, 3))).isActive()).isFalse();
  }

  private static WebhookState evolve(@Nullable WebhookState before, WebhookEvent... events) {
    WebhookState state = before;
    for (WebhookEvent event : events) {
      state = WebhookState.evolve(state, event, id(7));
    }
    return state;
  }

  @Test
  void a_moment_is_compared_as_the_database_keeps_it() {
    WebhookSecret secret = new WebhookSecret(SECRET, Instant.EPOCH, NOW);
    assertThat(secret.isInForceAt(NOW.minusNanos(1000))).isTrue();
    assertThat(secret.isInForceAt(NOW)).isFalse();
  }
}
