package org.consentledger.api.site.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.site.SiteProperties;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters that are to be sent, and the links in those that were. */
@Component
public final class SiteLetters {

  private static final Duration NOTE_KEPT_FOR = Duration.ofDays(7);

  private final JdbcClient database;
  private final SiteProperties properties;
  private final Clock clock;

  /** What a letter is for; the names are stored. */
  enum Kind {
    /** It leads to a person's own page. */
    LINK,
    /** It says that a request was received. */
    RECEIVED
  }

  /** What becomes of a letter; the names are stored. */
  enum State {
    PENDING,
    SENT,
    FAILED,
    /** Nobody is known by that address. */
    NOBODY
  }

  /**
   * A letter that is to be sent.
   *
   * @param subjectId to whom a link leads
   * @param requestId what was received
   * @param tries how often it was handed to a mail server
   */
  record Queued(
      UUID letterId,
      Kind kind,
      @Nullable SubjectId subjectId,
      @Nullable RequestId requestId,
      Language language,
      int tries) {}

  SiteLetters(JdbcClient database, SiteProperties properties, Clock clock) {
    this.database = database;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Queues a link to somebody's own page.
   *
   * @param subject nobody where the address is not known, or was written to enough
   */
  public void queueLink(Optional<SubjectId> subject, Language language) {
    database
        .sql(
            """
            insert into site_letter (letter_id, kind, subject_id, language, state, expires_at)
            values (:letter, :kind, :subject::uuid, :language, :state, :expires)
            """)
        .param("letter", UUID.randomUUID())
        .param("kind", Kind.LINK.name())
        .param("subject", subject.map(SubjectId::value).orElse(null))
        .param("language", language.code())
        .param("state", (subject.isPresent() ? State.PENDING : State.NOBODY).name())
        .param("expires", clock.instant().plus(properties.linkValidFor()).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The statement that queues the note that a request was received. */
  public Write received(RequestId request, Language language) {
    return Write.one(
        """
        insert into site_letter (letter_id, kind, request_id, language, state, expires_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID(),
        Kind.RECEIVED.name(),
        request.value(),
        language.code(),
        State.PENDING.name(),
        clock.instant().plus(NOTE_KEPT_FOR));
  }

  /** The letters whose turn it is. */
  List<Queued> due(int most) {
    return database
        .sql(
            """
            select letter_id, kind, subject_id, request_id, language, tries from site_letter
            where state = 'PENDING' and due_at <= :now order by due_at limit :most
            """)
        .param("now", now())
        .param("most", most)
        .query((row, number) -> queued(row))
        .list();
  }

  private static Queued queued(ResultSet row) throws SQLException {
    UUID subject = row.getObject("subject_id", UUID.class);
    UUID request = row.getObject("request_id", UUID.class);
    return new Queued(
        row.getObject("letter_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        subject == null ? null : new SubjectId(subject),
        request == null ? null : new RequestId(request),
        Language.of(row.getString("language")),
        row.getInt("tries"));
  }

  /** Keeps the token that a letter is about to carry: whoever reads it may be quick. */
  void keepToken(UUID letterId, String token) {
    database
        .sql("update site_letter set token_digest = :digest where letter_id = :letter")
        .param("digest", digest(token))
        .param("letter", letterId)
        .update();
  }

  void settle(UUID letterId, State state, Instant dueAt) {
    database
        .sql(
            """
            update site_letter set state = :state, tries = tries + 1, due_at = :due
            where letter_id = :letter
            """)
        .param("state", state.name())
        .param("due", dueAt.atOffset(ZoneOffset.UTC))
        .param("letter", letterId)
        .update();
  }

  /** How long a link holds after it was asked for. */
  Duration linkValidFor() {
    return properties.linkValidFor();
  }

  /** Whether a link still leads somewhere. */
  public boolean holds(String token) {
    return database
        .sql(
            """
            select exists (select 1 from site_letter
                           where token_digest = :digest and kind = 'LINK' and expires_at > :now)
            """)
        .param("digest", digest(token))
        .param("now", now())
        .query(Boolean.class)
        .single();
  }

  /** Uses a link up; whoever comes second with it, even at the same moment, comes for nothing. */
  public Optional<SubjectId> use(String token) {
    return database
        .sql(
            """
            delete from site_letter where token_digest = :digest and kind = 'LINK' and expires_at > :now
            returning subject_id
            """)
        .param("digest", digest(token))
        .param("now", now())
        .query((row, number) -> new SubjectId(row.getObject("subject_id", UUID.class)))
        .optional();
  }

  void forgetExpired() {
    database.sql("delete from site_letter where expires_at <= :now").param("now", now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
