package org.consentledger.projections.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each subject of whom it is known when something is due. */
final class DueRows {

  private final JdbcClient database;

  DueRows(JdbcClient database) {
    this.database = database;
  }

  /**
   * Writes what these states and registers come to, in two round trips at most, whatever their
   * number.
   */
  void replace(Collection<CurrentSubject> subjects, Registers registers, Instant now) {
    List<UUID> due = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    List<String> moments = new ArrayList<>();
    List<UUID> others = new ArrayList<>();
    List<Long> otherVersions = new ArrayList<>();
    for (CurrentSubject subject : subjects) {
      UUID id = subject.state().subjectId().value();
      Optional<Instant> first = firstDue(subject, registers, now);
      if (first.isPresent()) {
        due.add(id);
        versions.add(subject.version());
        moments.add(first.get().toString());
      } else {
        others.add(id);
        otherVersions.add(subject.version());
      }
    }
    if (!due.isEmpty()) {
      database
          .sql(
              """
              insert into retention_due (subject_id, version, due_at)
              select * from unnest(:subjects::uuid[], :versions::bigint[], :moments::text[]::timestamptz[])
              on conflict (subject_id) do update set version = excluded.version, due_at = excluded.due_at
              where retention_due.version <= excluded.version
              """)
          .param("subjects", due.toArray(UUID[]::new))
          .param("versions", versions.toArray(Long[]::new))
          .param("moments", moments.toArray(String[]::new))
          .update();
    }
    if (!others.isEmpty()) {
      database
          .sql(
              """
              delete from retention_due using unnest(:subjects::uuid[], :versions::bigint[]) as gone (subject_id, version)
              where retention_due.subject_id = gone.subject_id and retention_due.version <= gone.version
              """)
          .param("subjects", others.toArray(UUID[]::new))
          .param("versions", otherVersions.toArray(Long[]::new))
          .update();
    }
  }

  private static Optional<Instant> firstDue(
      CurrentSubject subject, Registers registers, Instant now) {
    if (!subject.state().isActive()) {
      return Optional.empty();
    }
    return Retention.of(subject.state(), registers, now).stream()
        .map(Retention.Due::dueAt)
        .min(Comparator.naturalOrder())
        .or(() -> waiting(subject, now));
  }

  /** What waits and is not due any more is looked at again at once, to be called off. */
  private static Optional<Instant> waiting(CurrentSubject subject, Instant now) {
    return subject.state().circumstances().disposal() != null
            && subject.state().circumstances().disposal().isDue()
        ? Optional.of(now)
        : Optional.empty();
  }
}
