package org.consentledger.projections.current;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.SubjectState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who may be in a purpose's audience. Only what a batch changes is written, so that most
 * commands cost nothing here. A row more than the rules permit is harmless, because each candidate
 * is decided on; a row less never comes about, because a row is taken away only where the state
 * that is written has no footing any more.
 */
final class FootingRows {

  /** In the place of a purpose: something of the subject's is blocked, and stored by law. */
  static final String BLOCKED = "*";

  private static final String ADD =
      """
      insert into current_footing (purpose_id, subject_id)
      select purpose_id, subject_id from unnest(?::text[], ?::uuid[]) as added (purpose_id, subject_id)
      on conflict do nothing
      """;

  private static final String REMOVE =
      """
      delete from current_footing using unnest(?::text[], ?::uuid[]) as removed (purpose_id, subject_id)
      where current_footing.purpose_id = removed.purpose_id and current_footing.subject_id = removed.subject_id
      """;

  private record Footing(String purpose, UUID subject) {}

  /** Writes what came to be and what ceased between the states of a batch. */
  void project(
      Connection connection, Map<UUID, SubjectState> before, Collection<SubjectState> after)
      throws SQLException {
    List<Footing> added = new ArrayList<>();
    List<Footing> removed = new ArrayList<>();
    for (SubjectState state : after) {
      UUID subject = state.subjectId().value();
      Set<String> had = of(before.get(subject));
      Set<String> has = of(state);
      has.stream()
          .filter(purpose -> !had.contains(purpose))
          .forEach(purpose -> added.add(new Footing(purpose, subject)));
      had.stream()
          .filter(purpose -> !has.contains(purpose))
          .forEach(purpose -> removed.add(new Footing(purpose, subject)));
    }
    write(connection, ADD, added);
    write(connection, REMOVE, removed);
  }

  private static Set<String> of(@Nullable SubjectState state) {
    Set<String> purposes = new HashSet<>();
    if (state == null || !state.isActive()) {
      return purposes;
    }
    state
        .consents()
        .forEach(
            (purpose, answer) -> {
              if (answer instanceof ConsentAnswer.Given) {
                purposes.add(purpose.value());
              }
            });
    state.circumstances().grounds().stream()
        .filter(ground -> !ground.isEnded())
        .forEach(ground -> purposes.add(ground.claim().purposeId().value()));
    if (state.restrictions().isAnythingBlocked()) {
      purposes.add(BLOCKED);
    }
    return purposes;
  }

  private static void write(Connection connection, String sql, List<Footing> footings)
      throws SQLException {
    if (footings.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", footings.stream().map(Footing::purpose).toArray(String[]::new)));
      statement.setArray(
          2,
          connection.createArrayOf(
              "uuid", footings.stream().map(Footing::subject).toArray(UUID[]::new)));
      statement.executeUpdate();
    }
  }
}
