package org.consentledger.projections.current;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is true of subjects now, by primary key. */
public final class CurrentSubjects implements SubjectReader {

  private final JdbcClient database;
  private final CurrentRegisters registers;
  private final ReadSubjects read;

  /** Reads from this database. */
  public CurrentSubjects(JdbcClient database, CurrentRegisters registers, ReadSubjects read) {
    this.database = database;
    this.registers = registers;
    this.read = read;
  }

  /** One round trip. */
  @Override
  public Seen look(SubjectId subject) {
    return database
        .sql(
            "select "
                + CurrentRegisters.LAST_CHANGE
                + """
                 as last_change, subject_id, version, position, state
                from (values (1)) as one left join current_subject on subject_id = :subject
                """)
        .param("subject", subject.value())
        .query(
            (row, number) ->
                new Seen(subject(row), registers.asOfPosition(row.getLong("last_change"))))
        .single();
  }

  /** What is true of several subjects now; those that nobody knows are left out. */
  public Map<SubjectId, CurrentSubject> findAll(Collection<SubjectId> subjects) {
    Map<SubjectId, CurrentSubject> found = new HashMap<>();
    database
        .sql(
            """
            select subject_id, version, position, state from current_subject where subject_id = any(:subjects)
            """)
        .param("subjects", subjects.stream().map(SubjectId::value).distinct().toArray(UUID[]::new))
        .query(
            row -> {
              CurrentSubject current = read.of(row);
              found.put(current.state().subjectId(), current);
            });
    return found;
  }

  /**
   * What is true of subjects now, in the order of their identifiers.
   *
   * @param after the identifier after which to begin; none for the beginning
   */
  public List<CurrentSubject> page(@Nullable UUID after, int limit) {
    return database
        .sql(
            """
            select subject_id, version, position, state from current_subject where subject_id > :after
            order by subject_id limit :limit
            """)
        .param("after", after == null ? new UUID(0, 0) : after)
        .param("limit", limit)
        .query((row, number) -> read.of(row))
        .list();
  }

  private Optional<CurrentSubject> subject(ResultSet row) throws SQLException {
    return row.getObject("subject_id") == null ? Optional.empty() : Optional.of(read.of(row));
  }
}
