package org.consentledger.api.request;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that leave by mail, and what became of them; shared by all nodes. */
@Component
final class MailedAnswers {

  private final JdbcClient database;
  private final OutgoingMailProperties properties;
  private final Clock clock;

  /**
   * An answer whose turn it is.
   *
   * @param mailbox where the request came in, if it came by mail
   * @param documentId where the vault keeps the letter that it came by, if it did
   * @param attempts how often it was tried, with this time
   */
  record Due(
      RequestId requestId, @Nullable String mailbox, @Nullable UUID documentId, int attempts) {}

  MailedAnswers(JdbcClient database, OutgoingMailProperties properties, Clock clock) {
    this.database = database;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The statement that queues the answer to a request.
   *
   * @param wait how long nobody tries to send it
   */
  Write queue(RequestId request, Duration wait) {
    return Write.one(
        """
        insert into mailed_answer (request_id, letter_id, state, next_attempt)
        select asked, (select letter_id from letter where request_id = asked), 'QUEUED', ?::timestamptz
        from (values (?::uuid)) as request (asked)
        """,
        now().plus(wait),
        request.value());
  }

  /** An answer that is not queued yet. */
  Due toBe(RequestId request) {
    return database
        .sql("select mailbox, document_id from letter where request_id = :request")
        .param("request", request.value())
        .query(
            (row, number) ->
                new Due(
                    request, row.getString("mailbox"), row.getObject("document_id", UUID.class), 0))
        .optional()
        .orElseGet(() -> new Due(request, null, null, 0));
  }

  /**
   * Takes an answer whose turn it is. Its next try is put down before this one, so that nobody else
   * makes it meanwhile, and that it comes where this one is cut off.
   */
  Optional<Due> take() {
    return database
        .sql(
            """
            update mailed_answer m set attempts = attempts + 1,
              next_attempt = :now + least(interval '1 hour', make_interval(secs => :seconds * power(2, least(attempts, 20))))
            where request_id =
              (select request_id from mailed_answer where state = 'QUEUED' and next_attempt <= :now
               order by next_attempt limit 1 for update skip locked)
            returning request_id, attempts,
              (select mailbox from letter l where l.letter_id = m.letter_id),
              (select document_id from letter l where l.letter_id = m.letter_id)
            """)
        .param("now", now())
        .param("seconds", properties.retryAfter().toSeconds())
        .query(
            (row, number) ->
                new Due(
                    new RequestId(row.getObject("request_id", UUID.class)),
                    row.getString("mailbox"),
                    row.getObject("document_id", UUID.class),
                    row.getInt("attempts")))
        .optional();
  }

  /** Takes an answer that nobody has tried to send yet; whoever comes second does not get it. */
  boolean takeFirst(RequestId request) {
    return database
            .sql(
                """
                update mailed_answer set attempts = 1
                where request_id = :request and state = 'QUEUED' and attempts = 0
                """)
            .param("request", request.value())
            .update()
        == 1;
  }

  void settle(RequestId request, MailedAnswerState state) {
    database
        .sql(
            """
            update mailed_answer set state = :state, settled_at = :now
            where request_id = :request and state = 'QUEUED'
            """)
        .param("request", request.value())
        .param("state", state.name())
        .param("now", now())
        .update();
  }

  /** What became of the answer to a request; none where it does not leave by mail. */
  Optional<MailedAnswerState> find(RequestId request) {
    return database
        .sql("select state from mailed_answer where request_id = :request")
        .param("request", request.value())
        .query((row, number) -> MailedAnswerState.valueOf(row.getString("state")))
        .optional();
  }

  long waiting() {
    return database
        .sql("select count(*) from mailed_answer where state = 'QUEUED'")
        .query(Long.class)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
