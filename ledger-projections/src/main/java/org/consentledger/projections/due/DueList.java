package org.consentledger.projections.due;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.DueRules;
import org.consentledger.core.subject.Retention;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells whose data is due. */
public final class DueList {

  private final JdbcClient database;
  private final CurrentSubjects subjects;
  private final CurrentRegisters registers;
  private final Progress progress;

  /** A place in the list. */
  public record Place(Instant dueAt, SubjectId subjectId) {}

  /**
   * A subject whose data is due.
   *
   * @param dueAt from when on the first of it must be gone
   * @param categories what is due when, and why
   * @param held whether a legal hold keeps it
   * @param waiting whether it waits for a second person
   */
  public record Entry(
      SubjectId subjectId,
      Instant dueAt,
      List<Retention.Due> categories,
      boolean held,
      boolean waiting) {

    /** Copies the list. */
    public Entry {
      categories = List.copyOf(categories);
    }

    /** Where it stands. */
    public Place place() {
      return new Place(dueAt, subjectId);
    }
  }

  /** Asks this database. */
  public DueList(
      JdbcClient database,
      CurrentSubjects subjects,
      CurrentRegisters registers,
      Progress progress) {
    this.database = database;
    this.subjects = subjects;
    this.registers = registers;
    this.progress = progress;
  }

  /**
   * What is due until a moment, the longest overdue first.
   *
   * @param after the place after which to begin; none for the beginning
   * @param limit how many subjects at most
   */
  public List<Entry> find(Instant until, @Nullable Place after, int limit) {
    progress.awaitHead(DueProjection.NAME);
    List<Place> places = places(until, after, limit);
    Map<SubjectId, CurrentSubject> found =
        subjects.findAll(places.stream().map(Place::subjectId).toList());
    Registers known = registers.current();
    List<Entry> entries = new ArrayList<>();
    for (Place place : places) {
      CurrentSubject subject = found.get(place.subjectId());
      if (subject != null) {
        entries.add(entry(place, subject, known, until));
      }
    }
    return entries;
  }

  private static Entry entry(
      Place place, CurrentSubject subject, Registers registers, Instant until) {
    return new Entry(
        place.subjectId(),
        place.dueAt(),
        Retention.of(subject.state(), registers, until).stream()
            .filter(due -> !due.dueAt().isAfter(until))
            .toList(),
        !subject.state().circumstances().holds().isEmpty(),
        subject.state().circumstances().disposal() != null);
  }

  /**
   * Those of whom something is to be done now: due, not held, not waiting; or waiting although it
   * is not due any more.
   *
   * @param after the place after which to begin; none for the beginning
   * @param limit how many subjects to look at
   */
  public Actionable actionable(Instant now, @Nullable Place after, int limit) {
    List<Place> places = places(now, after, limit);
    Map<SubjectId, CurrentSubject> found =
        subjects.findAll(places.stream().map(Place::subjectId).toList());
    Registers known = registers.current();
    return new Actionable(
        places.stream()
            .map(Place::subjectId)
            .filter(
                subject -> {
                  CurrentSubject current = found.get(subject);
                  return current != null && DueRules.asksForSomething(current.state(), known, now);
                })
            .toList(),
        places.size() < limit ? null : places.getLast());
  }

  /**
   * Some of those of whom something is to be done.
   *
   * @param next where to go on; none at the end
   */
  public record Actionable(List<SubjectId> subjects, @Nullable Place next) {

    /** Copies the list. */
    public Actionable {
      subjects = List.copyOf(subjects);
    }
  }

  /** How many subjects have data that should be gone. */
  public long overdue(Instant now) {
    return database
        .sql("select count(*) from retention_due where due_at <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private List<Place> places(Instant until, @Nullable Place after, int limit) {
    return database
        .sql(
            """
            select due_at, subject_id from retention_due where due_at <= :until %s
            order by due_at, subject_id limit :limit
            """
                .formatted(after == null ? "" : "and (due_at, subject_id) > (:dueAt, :subject)"))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("dueAt", after == null ? null : after.dueAt().atOffset(ZoneOffset.UTC))
        .param("subject", after == null ? null : after.subjectId().value())
        .param("limit", limit)
        .query(
            (row, number) ->
                new Place(
                    row.getObject("due_at", OffsetDateTime.class).toInstant(),
                    new SubjectId(row.getObject("subject_id", UUID.class))))
        .list();
  }
}
