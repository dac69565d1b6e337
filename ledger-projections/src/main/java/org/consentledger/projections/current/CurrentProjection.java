package org.consentledger.projections.current;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectState;
import org.jspecify.annotations.Nullable;

/**
 * Folds events over the states that decisions read, in the transaction in which the events are
 * appended. Whoever was answered that a consent is withdrawn finds it withdrawn here.
 */
public final class CurrentProjection implements TransactionalProjection {

  private static final String READ =
      "select subject_id, version, position, state from current_subject where subject_id = any(?)";

  private static final String WRITE =
      """
      insert into current_subject (subject_id, version, position, state)
      select subject_id, version, position, state::json
      from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::text[]) as changed (subject_id, version, position, state)
      on conflict (subject_id) do update
        set version = excluded.version, position = excluded.position, state = excluded.state
      """;

  private final ReadSubjects read;
  private final StateJson json = new StateJson();
  private final RegisterRows registers = new RegisterRows(json);
  private final DueConsentRows dueConsents = new DueConsentRows();
  private final FootingRows footings = new FootingRows();

  /**
   * Folds.
   *
   * @param read makes subjects of rows
   */
  public CurrentProjection(ReadSubjects read) {
    this.read = read;
  }

  /** The state of a subject after an event. */
  private record Changed(SubjectState state, long version, long position) {}

  @Override
  public void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    List<RecordedEvent> ofSubjects =
        events.stream().filter(event -> event.payload() instanceof SubjectEvent).toList();
    if (!ofSubjects.isEmpty()) {
      projectSubjects(connection, ofSubjects);
    }
    registers.project(connection, events);
  }

  private void projectSubjects(Connection connection, List<RecordedEvent> events)
      throws SQLException {
    Map<UUID, SubjectState> before = read(connection, known(events));
    Map<UUID, Changed> after = new LinkedHashMap<>();
    for (RecordedEvent event : events) {
      SubjectEvent subjectEvent = (SubjectEvent) event.payload();
      UUID subject = subjectEvent.subjectId().value();
      Changed changed = after.get(subject);
      @Nullable SubjectState state = changed == null ? before.get(subject) : changed.state();
      after.put(
          subject,
          new Changed(
              SubjectState.evolve(state, subjectEvent, event.eventId()),
              event.sequence(),
              event.position()));
    }
    write(connection, after);
    Map<UUID, SubjectState> states = new HashMap<>();
    after.forEach((subject, changed) -> states.put(subject, changed.state()));
    dueConsents.project(connection, events, states);
    footings.project(connection, before, after.values().stream().map(Changed::state).toList());
  }

  /** Subjects that were there before; one whose registration is among the events was not. */
  private static UUID[] known(List<RecordedEvent> events) {
    Map<UUID, Long> first = new LinkedHashMap<>();
    for (RecordedEvent event : events) {
      first.putIfAbsent(((SubjectEvent) event.payload()).subjectId().value(), event.sequence());
    }
    return first.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(Map.Entry::getKey)
        .toArray(UUID[]::new);
  }

  private Map<UUID, SubjectState> read(Connection connection, UUID[] subjects) throws SQLException {
    Map<UUID, SubjectState> states = new HashMap<>();
    if (subjects.length == 0) {
      return states;
    }
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setArray(1, connection.createArrayOf("uuid", subjects));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          SubjectState state = read.of(rows).state();
          states.put(state.subjectId().value(), state);
        }
      }
    }
    return states;
  }

  private void write(Connection connection, Map<UUID, Changed> changed) throws SQLException {
    int size = changed.size();
    UUID[] subjects = changed.keySet().toArray(new UUID[size]);
    Long[] versions = new Long[size];
    Long[] positions = new Long[size];
    String[] states = new String[size];
    int i = 0;
    for (Changed state : changed.values()) {
      versions[i] = state.version();
      positions[i] = state.position();
      states[i] = json.write(state.state());
      i++;
    }
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setArray(1, connection.createArrayOf("uuid", subjects));
      statement.setArray(2, connection.createArrayOf("bigint", versions));
      statement.setArray(3, connection.createArrayOf("bigint", positions));
      statement.setArray(4, connection.createArrayOf("text", states));
      int touched = statement.executeUpdate();
      if (touched != size) {
        throw new IllegalStateException(touched + " states were written instead of " + size + ".");
      }
    }
  }
}
