package org.consentledger.api.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.subject.Invitation;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invitations whose time is not over: their letters, and the digests of their tokens. */
@Component
final class Invitations {

  private final JdbcClient database;
  private final EventLog eventLog;
  private final CurrentSubjects subjects;
  private final Clock clock;

  /**
   * An invitation.
   *
   * @param tries how often its letter was handed to a mail server
   */
  record Entry(UUID invitationId, SubjectId subjectId, int tries) {}

  Invitations(JdbcClient database, EventLog eventLog, CurrentSubjects subjects, Clock clock) {
    this.database = database;
    this.eventLog = eventLog;
    this.subjects = subjects;
    this.clock = clock;
  }

  /** Keeps a new invitation, in the transaction of its event. */
  static Write keep(UUID invitationId, SubjectId subject, Instant expiresAt) {
    return Write.one(
        "insert into consent_invitation (invitation_id, subject_id, expires_at) values (?, ?, ?)",
        invitationId,
        subject.value(),
        expiresAt);
  }

  /** The invitations whose letters are to be written. */
  List<Entry> due(int most) {
    return database
        .sql(
            """
            select invitation_id, subject_id, tries from consent_invitation
            where state = 'PENDING' and due_at <= :now order by due_at limit :most
            """)
        .param("now", now())
        .param("most", most)
        .query(
            (row, number) ->
                new Entry(
                    row.getObject("invitation_id", UUID.class),
                    new SubjectId(row.getObject("subject_id", UUID.class)),
                    row.getInt("tries")))
        .list();
  }

  /** Says what became of a letter, in the transaction of its handover. */
  void settle(Connection handover, Entry invitation, String state, Instant dueAt, String token)
      throws SQLException {
    Write.execute(
        handover,
        List.of(
            Write.any(
                """
                update consent_invitation set state = ?, tries = tries + 1, due_at = ?, token_digest = ?
                where invitation_id = ?
                """,
                state,
                dueAt,
                Notices.digest(token),
                invitation.invitationId())));
  }

  /** Forgets the invitations that nobody can accept any more. */
  void forgetExpired() {
    database
        .sql("delete from consent_invitation where expires_at <= :now")
        .param("now", now())
        .update();
  }

  /** The invitation that a token is of, where it still holds. */
  Optional<Invitation> open(String token) {
    return database
        .sql(
            """
            select invitation_id, subject_id, tries from consent_invitation where token_digest = :digest
            """)
        .param("digest", Notices.digest(token))
        .query(
            (row, number) ->
                new Entry(
                    row.getObject("invitation_id", UUID.class),
                    new SubjectId(row.getObject("subject_id", UUID.class)),
                    row.getInt("tries")))
        .optional()
        .flatMap(this::open);
  }

  /** The invitation, where it still holds. */
  Optional<Invitation> open(Entry entry) {
    SubjectReader.Seen seen = subjects.look(entry.subjectId());
    return seen.state()
        .flatMap(
            state ->
                Invitation.find(eventLog.historyOf(entry.subjectId()), entry.invitationId())
                    .filter(it -> it.stands(state, seen.registers(), clock.instant())));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
