package org.consentledger.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each webhook is, and whose turn it is to work for it; shared by all nodes. */
@Component
final class WebhookFeeds {

  private final JdbcClient database;

  /**
   * How far a webhook is.
   *
   * @param after events up to here were taken over, or are not for it
   * @param replay what was asked for once more, if something was
   * @param failures how many events failed, one after the other
   * @param failingSince since when
   * @param resumeAt nothing is sent before
   */
  record Feed(
      long after,
      @Nullable Replay replay,
      int failures,
      @Nullable Instant failingSince,
      @Nullable Instant resumeAt) {

    boolean isPausedAt(Instant moment) {
      return resumeAt != null && moment.isBefore(resumeAt);
    }
  }

  /**
   * Events that were asked for once more.
   *
   * @param after the position after which they begin
   * @param upTo the position of the last
   */
  record Replay(long after, long upTo) {}

  WebhookFeeds(JdbcClient database) {
    this.database = database;
  }

  /**
   * Begins, once: where the webhook says, or with what comes after its registration, of which its
   * secret is the second event.
   */
  void begin(WebhookState webhook) {
    database
        .sql(
            """
            insert into webhook_feed (webhook_id, after_position)
            select :webhook, coalesce(:after, position + 1) from event where event_id = :registration
            on conflict (webhook_id) do nothing
            """)
        .param("webhook", webhook.webhookId().value())
        .param("after", webhook.first().content().after())
        .param("registration", webhook.first().evidence())
        .update();
  }

  Map<WebhookId, Feed> all() {
    Map<WebhookId, Feed> feeds = new HashMap<>();
    database
        .sql("select * from webhook_feed")
        .query(
            row -> {
              feeds.put(new WebhookId(row.getString("webhook_id")), feed(row));
            });
    return feeds;
  }

  Optional<Feed> find(WebhookId webhook) {
    return database
        .sql("select * from webhook_feed where webhook_id = :webhook")
        .param("webhook", webhook.value())
        .query((row, number) -> feed(row))
        .optional();
  }

  /**
   * Takes the turn to work for a webhook, or keeps it. It is a lease and no lock, because a lock
   * would hold a connection while receivers are waited for; by the clock of the database.
   */
  boolean hold(WebhookId webhook, UUID node, Duration length) {
    return database
            .sql(
                """
                update webhook_feed
                set holder = :node, holder_ends = clock_timestamp() + make_interval(secs => :seconds)
                where webhook_id = :webhook and (holder = :node or holder_ends < clock_timestamp())
                """)
            .param("webhook", webhook.value())
            .param("node", node)
            .param("seconds", length.toMillis() / 1000.0)
            .update()
        == 1;
  }

  /** Leaves the turn to the next at once. */
  void release(WebhookId webhook, UUID node) {
    database
        .sql(
            """
            update webhook_feed set holder = null, holder_ends = '-infinity'
            where webhook_id = :webhook and holder = :node
            """)
        .param("webhook", webhook.value())
        .param("node", node)
        .update();
  }

  /** Events up to a position were taken over. Whoever lost the turn meanwhile takes none over. */
  void reached(WebhookId webhook, UUID node, long before, long position) {
    requireTurn(
        database
            .sql(
                """
                update webhook_feed set after_position = :position
                where webhook_id = :webhook and holder = :node and after_position = :before
                """)
            .param("webhook", webhook.value())
            .param("node", node)
            .param("before", before)
            .param("position", position)
            .update());
  }

  /** The same of what was asked for once more. */
  void replayed(WebhookId webhook, UUID node, long before, long position) {
    requireTurn(
        database
            .sql(
                """
                update webhook_feed
                set replay_after = case when :position < replay_up_to then :position end,
                    replay_up_to = case when :position < replay_up_to then replay_up_to end
                where webhook_id = :webhook and holder = :node and replay_after = :before
                """)
            .param("webhook", webhook.value())
            .param("node", node)
            .param("before", before)
            .param("position", position)
            .update());
  }

  /** Asks for events once more; what was asked for before and is not done is included. */
  void replay(WebhookId webhook, long after, long upTo) {
    requireTurn(
        database
            .sql(
                """
                update webhook_feed
                set replay_after = least(replay_after, :after), replay_up_to = greatest(replay_up_to, :upTo)
                where webhook_id = :webhook
                """)
            .param("webhook", webhook.value())
            .param("after", after)
            .param("upTo", upTo)
            .update());
  }

  /** Something was delivered, so that the receiver is there. */
  void succeeded(WebhookId webhook) {
    database
        .sql(
            """
            update webhook_feed set failures = 0, failing_since = null, resume_at = null
            where webhook_id = :webhook and failures > 0
            """)
        .param("webhook", webhook.value())
        .update();
  }

  /** Nothing was delivered; nothing is sent before a moment. */
  void failed(WebhookId webhook, int failures, Instant now, Instant resumeAt) {
    requireTurn(
        database
            .sql(
                """
                update webhook_feed
                set failures = :failures, failing_since = coalesce(failing_since, :now), resume_at = :resumeAt
                where webhook_id = :webhook
                """)
            .param("webhook", webhook.value())
            .param("failures", failures)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("resumeAt", resumeAt.atOffset(ZoneOffset.UTC))
            .update());
  }

  /** Nobody waits any longer: an administrator says that the receiver is there. */
  void resume(WebhookId webhook) {
    database
        .sql("update webhook_feed set resume_at = null where webhook_id = :webhook")
        .param("webhook", webhook.value())
        .update();
  }

  private static void requireTurn(int rows) {
    if (rows != 1) {
      throw new IllegalStateException(
          "Another node works for the webhook, or it was changed meanwhile.");
    }
  }

  private static Feed feed(ResultSet row) throws SQLException {
    return new Feed(
        row.getLong("after_position"),
        row.getObject("replay_after", Long.class) == null
            ? null
            : new Replay(row.getLong("replay_after"), row.getLong("replay_up_to")),
        row.getInt("failures"),
        moment(row, "failing_since"),
        moment(row, "resume_at"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
