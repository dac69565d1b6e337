package org.consentledger.api.mail.officers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.calendar.WorkingDays;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What officers are still to be told, a row for each officer and matter; shared by all nodes. */
@Component
public final class OfficerNotices {

  /** So much one letter tells; it names the first of each kind and counts the others. */
  private static final int MOST_IN_A_LETTER = 5_000;

  private final JdbcClient database;
  private final OfficerProperties properties;
  private final WorkingDays calendar;
  private final Clock clock;

  /**
   * A notice that is in a letter.
   *
   * @param matter the request, the letter, the disposal or the breach
   */
  record Entry(OfficerNotice kind, UUID matter, UUID letterId) {}

  OfficerNotices(
      JdbcClient database, OfficerProperties properties, WorkingDays calendar, Clock clock) {
    this.database = database;
    this.properties = properties;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Notes, in the transaction that is under way, that officers are to be told of a matter: those
   * who are to be told of its kind.
   *
   * @param matter the request, the letter, the disposal or the breach
   */
  public void add(OfficerNotice kind, UUID matter) {
    Instant now = clock.instant();
    properties
        .to()
        .forEach(
            (name, officer) -> {
              if (officer.kinds().contains(kind)) {
                boolean waits = officer.daily().contains(kind) && !kind.isReminder();
                add(name, kind, matter, waits ? nextDailyLetter(now) : now);
              }
            });
  }

  private void add(String officer, OfficerNotice kind, UUID matter, Instant dueAt) {
    database
        .sql(
            """
            insert into officer_notice (officer, kind, matter, since, due_at)
            values (:officer, :kind, :matter, :due, :due)
            """)
        .param("officer", officer)
        .param("kind", kind.name())
        .param("matter", matter)
        .param("due", utc(dueAt))
        .update();
  }

  /** When the next daily letter leaves; at this moment, if that is when one does. */
  private Instant nextDailyLetter(Instant now) {
    ZonedDateTime local = now.atZone(Kazakhstan.ZONE);
    LocalDate day = local.toLocalDate();
    boolean isToday = calendar.isWorking(day) && !local.toLocalTime().isAfter(properties.at());
    return (isToday ? day : calendar.nextWorkingDay(day))
        .atTime(properties.at())
        .atZone(Kazakhstan.ZONE)
        .toInstant();
  }

  /**
   * Takes the notices of the next letter to an officer: those of one that was tried before, or all
   * that wait for the first. Its next try is put down before this one, so that nobody else makes it
   * meanwhile, and that it comes where this one is cut off.
   *
   * @param seconds how long after the first try the second comes; twice as long each time, an hour
   *     at most
   */
  List<Entry> take(String officer, long seconds) {
    return database
        .sql(
            """
            update officer_notice set letter_id = coalesce(letter_id, :letter), attempts = attempts + 1,
              due_at = :now + least(interval '1 hour', make_interval(secs => :seconds * power(2, least(attempts, 20))))
            where notice_id in (
              select notice_id from officer_notice
              where officer = :officer and due_at <= :now and letter_id is not distinct from
                (select letter_id from officer_notice where officer = :officer and due_at <= :now
                 order by due_at, notice_id limit 1)
              order by notice_id limit :most for update skip locked)
            returning kind, matter, letter_id
            """)
        .param("letter", UUID.randomUUID())
        .param("now", utc(clock.instant()))
        .param("seconds", seconds)
        .param("officer", officer)
        .param("most", MOST_IN_A_LETTER)
        .query(
            (row, number) ->
                new Entry(
                    OfficerNotice.valueOf(row.getString("kind")),
                    row.getObject("matter", UUID.class),
                    row.getObject("letter_id", UUID.class)))
        .list();
  }

  /** Forgets what a letter has told, or no longer has to. */
  void settle(UUID letterId) {
    database
        .sql("delete from officer_notice where letter_id = :letter")
        .param("letter", letterId)
        .update();
  }

  /** Forgets what is for officers who are not named any more. */
  void forgetAllBut(Collection<String> officers) {
    database
        .sql("delete from officer_notice where officer <> all(:officers)")
        .param("officers", officers.toArray(String[]::new))
        .update();
  }

  /** How many are to be told by now. */
  long waiting() {
    return database
        .sql("select count(*) from officer_notice where since <= :now")
        .param("now", utc(clock.instant()))
        .query(Long.class)
        .single();
  }

  /** Since when the oldest has been waiting, if one is to be told by now. */
  Optional<Instant> waitingSince() {
    return database
        .sql("select min(since) from officer_notice where since <= :now")
        .param("now", utc(clock.instant()))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
