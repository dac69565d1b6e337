package org.consentledger.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each event that a webhook is told of. */
@Component
final class WebhookDeliveries {

  private static final String COLUMNS =
      "position, event_id, type, state, attempts, due_at, attempted_at, outcome, status";

  /** Nothing earlier waits about the same thing. */
  private static final String IS_NEXT =
      """
      not exists (
        select from webhook_delivery earlier
        where earlier.webhook_id = later.webhook_id and earlier.aggregate_id = later.aggregate_id
          and earlier.state = 'WAITING' and earlier.position < later.position)
      """;

  private final JdbcClient database;

  WebhookDeliveries(JdbcClient database) {
    this.database = database;
  }

  /**
   * Takes events over, to be delivered now. What waits already stays as it is; what was delivered
   * or given up is delivered once more.
   */
  void add(WebhookId webhook, List<HistoryQuery.Item> events, Instant now) {
    if (events.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            insert into webhook_delivery (webhook_id, position, event_id, type, aggregate_id, state, due_at)
            select :webhook, position, event_id, type, aggregate_id, 'WAITING', :now
            from unnest(:positions::bigint[], :events::uuid[], :types::text[], :aggregates::text[])
              as taken (position, event_id, type, aggregate_id)
            on conflict (webhook_id, position) do update
              set state = 'WAITING', attempts = 0, due_at = excluded.due_at
              where webhook_delivery.state <> 'WAITING'
            """)
        .param("webhook", webhook.value())
        .param("now", utc(now))
        .param("positions", events.stream().map(HistoryQuery.Item::position).toArray(Long[]::new))
        .param("events", events.stream().map(HistoryQuery.Item::eventId).toArray(UUID[]::new))
        .param("types", events.stream().map(HistoryQuery.Item::name).toArray(String[]::new))
        .param(
            "aggregates",
            events.stream().map(HistoryQuery.Item::aggregateId).toArray(String[]::new))
        .update();
  }

  /**
   * What may be sent now, in the order of the history: nothing about something of which an earlier
   * event waits.
   *
   * @param fails whether the last one failed; then those come first that were tried least, so that
   *     one that always fails keeps no other waiting
   */
  List<Delivery> next(WebhookId webhook, Instant now, int most, boolean fails) {
    return database
        .sql(
            """
            select %s from webhook_delivery later
            where webhook_id = :webhook and state = 'WAITING' and due_at <= :now
              and %s
            order by case when :fails then attempts else 0 end, position limit :most
            """
                .formatted(COLUMNS, IS_NEXT))
        .param("webhook", webhook.value())
        .param("now", utc(now))
        .param("most", most)
        .param("fails", fails)
        .query((row, number) -> delivery(row))
        .list();
  }

  /** How many different events were tried since a moment and not taken. */
  int failedSince(WebhookId webhook, Instant moment) {
    return database
        .sql(
            """
            select count(*) from webhook_delivery
            where webhook_id = :webhook and state <> 'DELIVERED' and attempted_at >= :moment
            """)
        .param("webhook", webhook.value())
        .param("moment", utc(moment))
        .query(Integer.class)
        .single();
  }

  /** Keeps what came of an attempt; where the delivery was changed meanwhile, nothing. */
  void record(
      WebhookId webhook,
      Delivery before,
      DeliveryState state,
      Attempt attempt,
      Instant now,
      Instant dueAt) {
    database
        .sql(
            """
            update webhook_delivery
            set state = :state, attempts = attempts + 1, due_at = :dueAt, attempted_at = :now, outcome = :outcome,
                status = :status
            where webhook_id = :webhook and position = :position and state = 'WAITING' and attempts = :attempts
            """)
        .param("state", state.name())
        .param("dueAt", utc(dueAt))
        .param("now", utc(now))
        .param("outcome", attempt.outcome().name())
        .param("status", attempt.status())
        .param("webhook", webhook.value())
        .param("position", before.position())
        .param("attempts", before.attempts())
        .update();
  }

  /** The receiver is back: what failed while it was away need not wait for its own time. */
  void revive(WebhookId webhook, Instant since, Instant now) {
    database
        .sql(
            """
            update webhook_delivery set due_at = :now
            where webhook_id = :webhook and state = 'WAITING' and attempted_at >= :since and due_at > :now
            """)
        .param("webhook", webhook.value())
        .param("since", utc(since))
        .param("now", utc(now))
        .update();
  }

  /** Sends what was given up once more, of a range. */
  int reviveDead(WebhookId webhook, long after, long upTo, Instant now) {
    return database
        .sql(
            """
            update webhook_delivery set state = 'WAITING', attempts = 0, due_at = :now
            where webhook_id = :webhook and state = 'DEAD' and position > :after and position <= :upTo
            """)
        .param("webhook", webhook.value())
        .param("after", after)
        .param("upTo", upTo)
        .param("now", utc(now))
        .update();
  }

  /**
   * Deliveries in the order of the history.
   *
   * @param state those that stand so; all where it is not said
   */
  List<Delivery> list(WebhookId webhook, @Nullable DeliveryState state, long after, int most) {
    return database
        .sql(
            """
            select %s from webhook_delivery
            where webhook_id = :webhook and position > :after and (:state::text is null or state = :state)
            order by position limit :most
            """
                .formatted(COLUMNS))
        .param("webhook", webhook.value())
        .param("after", after)
        .param("state", state == null ? null : state.name())
        .param("most", most)
        .query((row, number) -> delivery(row))
        .list();
  }

  /** Which webhooks have something that is due. */
  List<WebhookId> due(Instant now) {
    return database
        .sql(
            """
            select distinct webhook_id from webhook_delivery later
            where state = 'WAITING' and due_at <= :now and %s
            """
                .formatted(IS_NEXT))
        .param("now", utc(now))
        .query((row, number) -> new WebhookId(row.getString("webhook_id")))
        .list();
  }

  /** How many wait. */
  long waiting(WebhookId webhook) {
    return database
        .sql(
            """
            select count(*) from webhook_delivery where webhook_id = :webhook and state = 'WAITING'
            """)
        .param("webhook", webhook.value())
        .query(Long.class)
        .single();
  }

  /** Forgets what was delivered before a moment, in small transactions. */
  void forgetBefore(Instant moment, int atOnce) {
    int forgotten;
    do {
      forgotten =
          database
              .sql(
                  """
                  delete from webhook_delivery where (webhook_id, position) in (
                    select webhook_id, position from webhook_delivery
                    where state = 'DELIVERED' and attempted_at < :moment limit :atOnce)
                    and state = 'DELIVERED'
                  """)
              .param("moment", utc(moment))
              .param("atOnce", atOnce)
              .update();
    } while (forgotten == atOnce);
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    OffsetDateTime attemptedAt = row.getObject("attempted_at", OffsetDateTime.class);
    String outcome = row.getString("outcome");
    return new Delivery(
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        DeliveryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        attemptedAt == null ? null : attemptedAt.toInstant(),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getObject("status", Integer.class));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
