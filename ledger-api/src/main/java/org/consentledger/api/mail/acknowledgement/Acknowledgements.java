package org.consentledger.api.mail.acknowledgement;

import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which acknowledgements are to be sent, and what became of them. */
@Component
public final class Acknowledgements {

  private final JdbcClient database;
  private final KeyedHash addresses;
  private final int mostADay;

  /** What becomes of an acknowledgement; the names are stored. */
  enum State {
    /** The mail server has taken it. */
    SENT,
    /** The mail server does not take it. */
    REFUSED,
    /** Nobody knows whether it was taken; it is not sent again. */
    UNCERTAIN,
    /** The letter was destroyed with the data of whoever wrote it. */
    GONE
  }

  /** One that is to be sent. */
  record Queued(
      UUID letterId,
      String mailbox,
      RequestId requestId,
      UUID documentId,
      Language language,
      int attempts) {}

  Acknowledgements(
      JdbcClient database,
      SystemSecrets secrets,
      @Value("${ledger.mail.acknowledgements.most-a-day:10}") int mostADay) {
    this.database = database;
    this.addresses = new KeyedHash(secrets, "acknowledgement");
    this.mostADay = mostADay;
  }

  /**
   * The statement that queues the acknowledgement of a letter. Somebody who was sent as many as one
   * gets in a day is sent no more: two programs that answer each other come to an end there.
   *
   * @param address to whom it will be sent; only a keyed hash of it is kept, for a day
   */
  public Write queue(UUID letterId, String address, Language language) {
    byte[] digest = addresses.of(address);
    return Write.one(
        """
        insert into acknowledgement (letter_id, language, address_digest, state)
        select ?::uuid, ?::text, ?::bytea,
               case when (select count(*) from acknowledgement
                          where address_digest = ?::bytea and queued_at > now() - interval '1 day'
                            and state <> 'TOO_MANY') >= ?::int
                    then 'TOO_MANY' else 'QUEUED' end
        """,
        letterId,
        language.code(),
        digest,
        digest,
        mostADay);
  }

  /** Those whose turn it is; what a letter does at once is done before it is acknowledged. */
  List<Queued> due(int most) {
    return database
        .sql(
            """
            select a.letter_id, l.mailbox, l.request_id, l.document_id, a.language, a.attempts
            from acknowledgement a join letter l using (letter_id)
            where a.state = 'QUEUED' and a.next_attempt <= now() and l.effect is null
            order by a.next_attempt limit :most
            """)
        .param("most", most)
        .query(
            (row, number) ->
                new Queued(
                    row.getObject("letter_id", UUID.class),
                    row.getString("mailbox"),
                    new RequestId(row.getObject("request_id", UUID.class)),
                    row.getObject("document_id", UUID.class),
                    Language.of(row.getString("language")),
                    row.getInt("attempts")))
        .list();
  }

  /** Takes one to be sent; whoever takes it second, by whatever accident, does not get it. */
  boolean take(UUID letterId) {
    return database
            .sql(
                """
                update acknowledgement set state = 'SENDING', attempts = attempts + 1
                where letter_id = :letter and state = 'QUEUED'
                """)
            .param("letter", letterId)
            .update()
        == 1;
  }

  /** Puts one back that was certainly not sent. */
  void putBack(UUID letterId, long seconds) {
    database
        .sql(
            """
            update acknowledgement
            set state = 'QUEUED', next_attempt = now() + make_interval(secs => :seconds)
            where letter_id = :letter and state = 'SENDING'
            """)
        .param("letter", letterId)
        .param("seconds", seconds)
        .update();
  }

  void settle(UUID letterId, State state) {
    database
        .sql(
            """
            update acknowledgement set state = :state, settled_at = now()
            where letter_id = :letter and state in ('SENDING', 'UNCERTAIN')
            """)
        .param("letter", letterId)
        .param("state", state.name())
        .update();
  }

  /** Settles what a program was sending when it died. */
  int settleInterrupted() {
    return database
        .sql(
            """
            update acknowledgement set state = 'UNCERTAIN', settled_at = now()
            where state = 'SENDING'
            """)
        .update();
  }

  /** Forgets whom it has written to, but for the last day. */
  void forgetAddresses() {
    database
        .sql(
            """
            update acknowledgement set address_digest = null
            where address_digest is not null and queued_at <= now() - interval '1 day'
            """)
        .update();
  }

  long waiting() {
    return database
        .sql("select count(*) from acknowledgement where state = 'QUEUED'")
        .query(Long.class)
        .single();
  }
}
