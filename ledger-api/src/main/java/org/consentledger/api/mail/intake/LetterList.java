package org.consentledger.api.mail.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds letters that were taken in. */
@Component
public final class LetterList {

  private final JdbcClient database;

  /** Where the vault keeps a letter. */
  record Kept(RequestId requestId, UUID documentId) {}

  LetterList(JdbcClient database) {
    this.database = database;
  }

  /**
   * Finds letters, the oldest first.
   *
   * @param outcome those of which this came; all where it is not said
   * @param after the letter after which to begin; none for the beginning
   */
  List<ReceivedLetterView> find(@Nullable Outcome outcome, @Nullable UUID after, int most) {
    return database
        .sql(
            """
            select l.letter_id, l.mailbox, l.uid, l.taken_at, l.outcome, l.cause, l.whole, l.request_id, a.state
            from letter l left join acknowledgement a using (letter_id)
            where (cast(:outcome as text) is null or l.outcome = :outcome)
              and (cast(:after as uuid) is null
                   or (l.taken_at, l.letter_id)
                      > (select taken_at, letter_id from letter where letter_id = :after))
            order by l.taken_at, l.letter_id limit :most
            """)
        .param("outcome", outcome == null ? null : outcome.name())
        .param("after", after)
        .param("most", most)
        .query(
            (row, number) ->
                new ReceivedLetterView(
                    row.getObject("letter_id", UUID.class),
                    row.getString("mailbox"),
                    row.getLong("uid"),
                    row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                    Outcome.valueOf(row.getString("outcome")),
                    row.getString("cause"),
                    row.getBoolean("whole"),
                    row.getObject("request_id", UUID.class),
                    row.getString("state")))
        .list();
  }

  /** How many letters were set aside for an officer since a moment. */
  public long setAside(Instant since) {
    return database
        .sql("select count(*) from letter where taken_at >= :since and outcome = 'QUARANTINED'")
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Where a letter is kept; nothing where there is none, or where it opened nothing. */
  Optional<Kept> kept(UUID letterId) {
    return database
        .sql(
            """
            select request_id, document_id from letter
            where letter_id = :letter and request_id is not null
            """)
        .param("letter", letterId)
        .query(
            (row, number) ->
                new Kept(
                    new RequestId(row.getObject("request_id", UUID.class)),
                    row.getObject("document_id", UUID.class)))
        .optional();
  }
}
