package org.consentledger.api.mail.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.consentledger.api.mail.officers.OfficerNotice;
import org.consentledger.api.mail.officers.OfficerNotices;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which letters were taken in, and what came of each. */
@Component
final class LetterTable {

  /** What breaks where another node was quicker with a letter. */
  static final String SAME_PLACE = "letter_place";

  /** What breaks where a letter came by two ways at the same time. */
  static final String SAME_LETTER = "letter_fingerprint";

  private final JdbcClient database;
  private final OfficerNotices officers;
  private final TransactionTemplate transactions;

  /**
   * Where a letter lies.
   *
   * @param uidValidity as long as it is the same, so is the letter that the UID names
   */
  record Place(String mailbox, long uidValidity, long uid) {}

  /** A letter that is not filed yet. */
  record Unfiled(UUID letterId, long uid, Outcome outcome, boolean whole) {}

  /** A letter that still has something to do to somebody's data. */
  record Pending(UUID letterId, RequestId requestId, Effect effect) {}

  LetterTable(
      JdbcClient database, OfficerNotices officers, PlatformTransactionManager transactions) {
    this.database = database;
    this.officers = officers;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** The highest UID that was taken in; everything below it was, too. */
  long highest(String mailbox, long uidValidity) {
    return database
        .sql(
            """
            select coalesce(max(uid), 0) from letter
            where mailbox = :mailbox and uid_validity = :validity
            """)
        .param("mailbox", mailbox)
        .param("validity", uidValidity)
        .query(Long.class)
        .single();
  }

  boolean holds(Place place) {
    return database
        .sql(
            """
            select exists (select 1 from letter
                           where mailbox = :mailbox and uid_validity = :validity and uid = :uid)
            """)
        .param("mailbox", place.mailbox())
        .param("validity", place.uidValidity())
        .param("uid", place.uid())
        .query(Boolean.class)
        .single();
  }

  boolean knows(byte[] fingerprint) {
    return database
        .sql("select exists (select 1 from letter where fingerprint = :fingerprint)")
        .param("fingerprint", fingerprint)
        .query(Boolean.class)
        .single();
  }

  /** The statement that notes a letter which opens a request. */
  Write opening(
      UUID letterId,
      Place place,
      byte[] fingerprint,
      boolean whole,
      RequestId request,
      UUID document,
      @Nullable Effect effect) {
    return Write.one(
        """
        insert into letter (letter_id, mailbox, uid_validity, uid, fingerprint, outcome, whole,
                            request_id, document_id, effect)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        letterId,
        place.mailbox(),
        place.uidValidity(),
        place.uid(),
        fingerprint,
        Outcome.REQUEST.name(),
        whole,
        request.value(),
        document,
        effect == null ? null : effect.name());
  }

  /**
   * Notes a letter that opens nothing; nothing happens where another node did. Where somebody has
   * to look at it, officers are told.
   */
  boolean note(
      Place place, byte @Nullable [] fingerprint, boolean whole, Outcome outcome, String cause) {
    UUID letterId = UUID.randomUUID();
    return requireNonNull(
        transactions.execute(
            transaction -> {
              boolean isNew = insert(letterId, place, fingerprint, whole, outcome, cause);
              if (isNew && outcome == Outcome.QUARANTINED) {
                officers.add(OfficerNotice.LETTER_QUARANTINED, letterId);
              }
              return isNew;
            }));
  }

  private boolean insert(
      UUID letterId,
      Place place,
      byte @Nullable [] fingerprint,
      boolean whole,
      Outcome outcome,
      String cause) {
    return database
            .sql(
                """
                insert into letter (letter_id, mailbox, uid_validity, uid, fingerprint, outcome, cause, whole)
                values (:letter, :mailbox, :validity, :uid, :fingerprint, :outcome, :cause, :whole)
                on conflict do nothing
                """)
            .param("letter", letterId)
            .param("mailbox", place.mailbox())
            .param("validity", place.uidValidity())
            .param("uid", place.uid())
            .param("fingerprint", fingerprint)
            .param("outcome", outcome.name())
            .param("cause", cause)
            .param("whole", whole)
            .update()
        == 1;
  }

  /** Letters that the mailbox was not told about yet, in order. */
  List<Unfiled> unfiled(String mailbox, long uidValidity) {
    return database
        .sql(
            """
            select letter_id, uid, outcome, whole from letter
            where mailbox = :mailbox and uid_validity = :validity and filed_at is null order by uid
            """)
        .param("mailbox", mailbox)
        .param("validity", uidValidity)
        .query(
            (row, number) ->
                new Unfiled(
                    row.getObject("letter_id", UUID.class),
                    row.getLong("uid"),
                    Outcome.valueOf(row.getString("outcome")),
                    row.getBoolean("whole")))
        .list();
  }

  void filed(UUID letterId) {
    database
        .sql("update letter set filed_at = now() where letter_id = :letter")
        .param("letter", letterId)
        .update();
  }

  List<Pending> pending(int most) {
    return database
        .sql(
            """
            select letter_id, request_id, effect from letter where effect is not null
            order by letter_id limit :most
            """)
        .param("most", most)
        .query(
            (row, number) ->
                new Pending(
                    row.getObject("letter_id", UUID.class),
                    new RequestId(row.getObject("request_id", UUID.class)),
                    Effect.valueOf(row.getString("effect"))))
        .list();
  }

  void done(UUID letterId) {
    database
        .sql("update letter set effect = null where letter_id = :letter")
        .param("letter", letterId)
        .update();
  }
}
