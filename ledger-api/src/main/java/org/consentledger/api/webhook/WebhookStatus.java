package org.consentledger.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.consentledger.core.vocabulary.WebhookId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far webhooks are, for people and for alarms. */
@Component
final class WebhookStatus {

  private final JdbcClient database;

  /**
   * How far a webhook is.
   *
   * @param position events up to here were taken over, or are not for it
   * @param behind how many events of the history came after that
   * @param waiting how many deliveries wait
   * @param dead how many were given up
   * @param failures how many events failed, one after the other
   * @param failingSince since when
   * @param resumeAt nothing is sent before
   */
  record Of(
      WebhookId webhook,
      long position,
      long behind,
      long waiting,
      long dead,
      int failures,
      @Nullable Instant failingSince,
      @Nullable Instant resumeAt) {

    /** Since when its receiver takes nothing. */
    Duration failingFor(Instant now) {
      return failingSince == null ? Duration.ZERO : Duration.between(failingSince, now);
    }
  }

  WebhookStatus(JdbcClient database) {
    this.database = database;
  }

  /** Of all webhooks that have begun. */
  List<Of> all() {
    return database
        .sql(
            """
            select webhook_id, after_position, failures, failing_since, resume_at,
                   (select coalesce(max(position), 0) from event) - after_position as behind,
                   (select count(*) from webhook_delivery d
                    where d.webhook_id = f.webhook_id and state = 'WAITING') as waiting,
                   (select count(*) from webhook_delivery d
                    where d.webhook_id = f.webhook_id and state = 'DEAD') as dead
            from webhook_feed f order by webhook_id collate "C"
            """)
        .query(
            (row, number) ->
                new Of(
                    new WebhookId(row.getString("webhook_id")),
                    row.getLong("after_position"),
                    Math.max(0, row.getLong("behind")),
                    row.getLong("waiting"),
                    row.getLong("dead"),
                    row.getInt("failures"),
                    moment(row.getObject("failing_since", OffsetDateTime.class)),
                    moment(row.getObject("resume_at", OffsetDateTime.class))))
        .list();
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
