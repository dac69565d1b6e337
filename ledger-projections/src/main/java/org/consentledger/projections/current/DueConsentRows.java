package org.consentledger.projections.current;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.PurposeId;

/** Notes which consents have an end that is still to be recorded (clause 8.9), and no others. */
final class DueConsentRows {

  private static final String WRITE =
      """
      insert into due_consent (subject_id, purpose_id, ends_at)
      select * from unnest(?::uuid[], ?::text[], ?::timestamptz[])
      on conflict (subject_id, purpose_id) do update set ends_at = excluded.ends_at
      """;

  private static final String REMOVE =
      """
      delete from due_consent using unnest(?::uuid[], ?::text[]) as over (subject_id, purpose_id)
      where due_consent.subject_id = over.subject_id and due_consent.purpose_id = over.purpose_id
      """;

  private static final String REMOVE_ALL = "delete from due_consent where subject_id = any(?)";

  private record Consent(UUID subjectId, PurposeId purposeId) {}

  /**
   * Follows the events that touch consents; all others cost nothing.
   *
   * @param after the states after the events
   */
  void project(Connection connection, List<RecordedEvent> events, Map<UUID, SubjectState> after)
      throws SQLException {
    Map<Consent, Instant> due = new LinkedHashMap<>();
    List<Consent> over = new ArrayList<>();
    for (Consent touched : touched(events)) {
      SubjectState state = after.get(touched.subjectId());
      if (state == null) {
        throw new IllegalStateException("A subject has a state after its events.");
      }
      Optional<Instant> end = end(state, touched.purposeId());
      end.ifPresentOrElse(moment -> due.put(touched, moment), () -> over.add(touched));
    }
    if (!due.isEmpty()) {
      write(connection, due);
    }
    if (!over.isEmpty()) {
      remove(connection, over);
    }
    removeEnded(connection, events);
  }

  private static Set<Consent> touched(List<RecordedEvent> events) {
    Set<Consent> touched = new LinkedHashSet<>();
    for (RecordedEvent event : events) {
      if (event.payload() instanceof ConsentEvent consent) {
        touched.add(new Consent(consent.subjectId().value(), consent.purposeId()));
      }
    }
    return touched;
  }

  private static Optional<Instant> end(SubjectState state, PurposeId purpose) {
    return state.isActive() && state.consent(purpose) instanceof ConsentAnswer.Given given
        ? given.unrecordedEnd()
        : Optional.empty();
  }

  private static void write(Connection connection, Map<Consent, Instant> due) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      setKeys(connection, statement, List.copyOf(due.keySet()));
      statement.setArray(
          3,
          connection.createArrayOf(
              "text",
              due.values().stream()
                  .map(end -> end.atOffset(ZoneOffset.UTC).toString())
                  .toArray(String[]::new)));
      int written = statement.executeUpdate();
      if (written != due.size()) {
        throw new IllegalStateException(
            written + " due consents were written instead of " + due.size() + ".");
      }
    }
  }

  private static void remove(Connection connection, List<Consent> over) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      setKeys(connection, statement, over);
      statement.executeUpdate(); // one without a term has no row
    }
  }

  private static void removeEnded(Connection connection, List<RecordedEvent> events)
      throws SQLException {
    UUID[] ended =
        events.stream()
            .map(RecordedEvent::payload)
            .filter(DisposalEvent.class::isInstance)
            .map(event -> ((DisposalEvent) event).subjectId().value())
            .toArray(UUID[]::new);
    if (ended.length > 0) {
      try (PreparedStatement statement = connection.prepareStatement(REMOVE_ALL)) {
        statement.setArray(1, connection.createArrayOf("uuid", ended));
        statement.executeUpdate();
      }
    }
  }

  private static void setKeys(
      Connection connection, PreparedStatement statement, List<Consent> consents)
      throws SQLException {
    statement.setArray(
        1,
        connection.createArrayOf(
            "uuid", consents.stream().map(Consent::subjectId).toArray(UUID[]::new)));
    statement.setArray(
        2,
        connection.createArrayOf(
            "text",
            consents.stream().map(consent -> consent.purposeId().value()).toArray(String[]::new)));
  }
}
