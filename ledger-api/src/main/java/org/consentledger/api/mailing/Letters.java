package org.consentledger.api.mailing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.eventstore.Handovers;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.mailing.MailingCounts;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters of mailings, one row each. */
@Component
final class Letters {

  private final JdbcClient database;
  private final Clock clock;

  /**
   * A letter.
   *
   * @param subjectId whom it is to; nobody once the person's data was destroyed
   * @param tries how often it was handed to a mail server
   */
  record Entry(
      UUID letterId,
      MailingId mailingId,
      @Nullable SubjectId subjectId,
      LetterState state,
      int tries,
      Instant changedAt) {}

  Letters(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The letters whose turn has come, the longest due first. */
  List<Entry> due(MailingId mailing, int most) {
    return database
        .sql(
            """
            select * from mailing_letter
            where mailing_id = :mailing and state in ('PENDING', 'DEFERRED') and due_at <= :now
              and subject_id is not null
            order by due_at, letter_id limit :most
            """)
        .param("mailing", mailing.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, number) -> LetterRow.read(row))
        .list();
  }

  /** Whether no letter is still to leave. */
  boolean areSettled(MailingId mailing) {
    return database
        .sql(
            """
            select not exists (select from mailing_letter where mailing_id = :mailing
              and state in ('PENDING', 'DEFERRED', 'SENDING'))
            """)
        .param("mailing", mailing.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Says that a letter is about to leave, in the transaction that records that it is permitted. It
   * fails where somebody else was first.
   */
  static Write beginning(UUID letterId) {
    return Write.one(
        """
        update mailing_letter set state = 'SENDING', tries = tries + 1, changed_at = now()
        where letter_id = ? and state = 'PENDING'
        """,
        letterId);
  }

  /** Says that a letter is about to leave again, whose first try was recorded. */
  boolean beginAgain(UUID letterId) {
    return database
            .sql(
                """
                update mailing_letter set state = 'SENDING', tries = tries + 1, changed_at = now()
                where letter_id = :letter and state = 'DEFERRED'
                """)
            .param("letter", letterId)
            .update()
        == 1;
  }

  /** Says what became of a letter, in the transaction of its handover. */
  void settle(Connection handover, UUID letterId, LetterState end, Instant dueAt)
      throws SQLException {
    Write.execute(
        handover,
        List.of(
            Write.one(
                """
                update mailing_letter set state = ?, due_at = ?, changed_at = now()
                where letter_id = ? and state in ('PENDING', 'DEFERRED', 'SENDING', 'UNKNOWN')
                """,
                end.name(),
                dueAt,
                letterId)));
  }

  /**
   * Letters that were being handed over by somebody who is no longer there: whether they left is
   * known to nobody. Whoever still hands one over holds its person's lock.
   */
  void giveUpAbandoned(MailingId mailing) {
    database
        .sql(
            """
            update mailing_letter set state = 'UNKNOWN', changed_at = now()
            where mailing_id = :mailing and state = 'SENDING' and (subject_id is null or %s)
            """
                .formatted(Handovers.NOTHING_UNDER_WAY))
        .param("mailing", mailing.value())
        .update();
  }

  /** A letter, if there is one of this identifier. */
  Optional<Entry> find(UUID letterId) {
    return database
        .sql("select * from mailing_letter where letter_id = :letter")
        .param("letter", letterId)
        .query((row, number) -> LetterRow.read(row))
        .optional();
  }

  /**
   * The letters of a mailing in one state, in the order of their identifiers.
   *
   * @param after the identifier after which to begin; none for the beginning
   */
  List<Entry> list(MailingId mailing, LetterState state, @Nullable UUID after, int most) {
    return database
        .sql(
            """
            select * from mailing_letter
            where mailing_id = :mailing and state = :state and letter_id > :after
            order by letter_id limit :most
            """)
        .param("mailing", mailing.value())
        .param("state", state.name())
        .param("after", after == null ? new UUID(0, 0) : after)
        .param("most", most)
        .query((row, number) -> LetterRow.read(row))
        .list();
  }

  /** Notes that a letter that had left came back; whether that is news. */
  boolean noteReturn(UUID letterId) {
    return database
            .sql(
                """
                update mailing_letter set state = 'BOUNCED', changed_at = now()
                where letter_id = :letter and state in ('SENT', 'UNKNOWN')
                """)
            .param("letter", letterId)
            .update()
        == 1;
  }

  /** What has become of a mailing's letters. */
  MailingCounts count(MailingId mailing) {
    Map<LetterState, Long> counts = new EnumMap<>(LetterState.class);
    database
        .sql(
            "select state, count(*) as letters from mailing_letter where mailing_id = :mailing"
                + " group by state")
        .param("mailing", mailing.value())
        .query(
            row -> {
              counts.put(LetterState.valueOf(row.getString("state")), row.getLong("letters"));
            });
    return new MailingCounts(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.getOrDefault(LetterState.SENT, 0L),
        counts.getOrDefault(LetterState.DENIED, 0L),
        counts.getOrDefault(LetterState.BOUNCED, 0L),
        counts.getOrDefault(LetterState.FAILED, 0L),
        counts.getOrDefault(LetterState.SUSPENDED, 0L),
        counts.getOrDefault(LetterState.UNKNOWN, 0L));
  }
}
