package org.consentledger.api.mail.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the mailboxes are, for all nodes to see. */
@Component
final class MailboxStates {

  private final JdbcClient database;
  private final Clock clock;

  /**
   * How a mailbox is.
   *
   * @param firstTriedAt when it was first looked for
   * @param lookedAt when it was looked into last, down to its last letter
   * @param failingSince since when it is not; none where it is
   * @param failure what went wrong last
   */
  record State(
      Instant firstTriedAt,
      @Nullable Instant lookedAt,
      @Nullable Instant failingSince,
      @Nullable String failure) {

    /** Since when nobody has seen the mailbox. */
    Instant unseenSince() {
      return lookedAt == null ? firstTriedAt : lookedAt;
    }
  }

  MailboxStates(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Optional<State> find(String mailbox) {
    return database
        .sql(
            "select first_tried, looked_at, failing_since, failure from mailbox where name = :name")
        .param("name", mailbox)
        .query(
            (row, number) ->
                new State(
                    row.getObject("first_tried", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("looked_at", OffsetDateTime.class)),
                    instant(row.getObject("failing_since", OffsetDateTime.class)),
                    row.getString("failure")))
        .optional();
  }

  void looked(String mailbox) {
    database
        .sql(
            """
            insert into mailbox (name, first_tried, looked_at) values (:name, :now, :now)
            on conflict (name) do update
              set looked_at = excluded.looked_at, failing_since = null, failure = null
            """)
        .param("name", mailbox)
        .param("now", now())
        .update();
  }

  void failed(String mailbox, String failure) {
    database
        .sql(
            """
            insert into mailbox (name, first_tried, failing_since, failure)
            values (:name, :now, :now, :failure)
            on conflict (name) do update
              set failing_since = coalesce(mailbox.failing_since, excluded.failing_since),
                  failure = excluded.failure
            """)
        .param("name", mailbox)
        .param("now", now())
        .param("failure", failure)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
