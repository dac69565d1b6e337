package org.consentledger.projections.current;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.consentledger.core.subject.CurrentSubject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table with a row for each subject that has a certain moment, and with the version of the
 * subject that it was read from. An older version never replaces a newer one, so that events may be
 * taken in again.
 */
public final class SubjectMoments {

  private final JdbcClient database;
  private final String table;
  private final String column;

  /**
   * Writes to one table.
   *
   * @param table has {@code subject_id}, {@code version} and the column
   * @param column where the moment stands
   */
  public SubjectMoments(JdbcClient database, String table, String column) {
    this.database = database;
    this.table = table;
    this.column = column;
  }

  /**
   * Writes the moments of these subjects, and removes the rows of those that have none: two round
   * trips at most, whatever their number.
   */
  public void replace(
      Collection<CurrentSubject> subjects, Function<CurrentSubject, Optional<Instant>> moment) {
    Rows held = new Rows();
    Rows others = new Rows();
    List<String> moments = new ArrayList<>();
    for (CurrentSubject subject : subjects) {
      Optional<Instant> found = moment.apply(subject);
      found.ifPresent(it -> moments.add(it.toString()));
      (found.isPresent() ? held : others).add(subject);
    }
    write(held, moments);
    remove(others);
  }

  private void write(Rows rows, List<String> moments) {
    if (moments.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            insert into %1$s (subject_id, version, %2$s)
            select * from unnest(:subjects::uuid[], :versions::bigint[], :moments::text[]::timestamptz[])
            on conflict (subject_id) do update set version = excluded.version, %2$s = excluded.%2$s
            where %1$s.version <= excluded.version
            """
                .formatted(table, column))
        .param("subjects", rows.subjects.toArray(UUID[]::new))
        .param("versions", rows.versions.toArray(Long[]::new))
        .param("moments", moments.toArray(String[]::new))
        .update();
  }

  private void remove(Rows rows) {
    if (rows.subjects.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            delete from %1$s using unnest(:subjects::uuid[], :versions::bigint[]) as gone (subject_id, version)
            where %1$s.subject_id = gone.subject_id and %1$s.version <= gone.version
            """
                .formatted(table))
        .param("subjects", rows.subjects.toArray(UUID[]::new))
        .param("versions", rows.versions.toArray(Long[]::new))
        .update();
  }

  private static final class Rows {

    private final List<UUID> subjects = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();

    void add(CurrentSubject subject) {
      subjects.add(subject.state().subjectId().value());
      versions.add(subject.version());
    }
  }
}
