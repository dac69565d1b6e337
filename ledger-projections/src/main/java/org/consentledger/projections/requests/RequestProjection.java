package org.consentledger.projections.requests;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.current.StateJson;
import org.jspecify.annotations.Nullable;

/** Folds what happens to requests over their rows, in the transaction of the events. */
public final class RequestProjection implements TransactionalProjection {

  private static final String READ = "select state from current_request where request_id = ?";

  private static final String WRITE =
      """
      insert into current_request (request_id, year, number, subject_id, type, status, received_at, due_at, due_day, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
      on conflict (request_id) do update
        set subject_id = excluded.subject_id, status = excluded.status, due_at = excluded.due_at,
            due_day = excluded.due_day, state = excluded.state
      """;

  private final StateJson json = new StateJson();

  @Override
  public void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    for (RecordedEvent recorded : events) {
      if (recorded.payload() instanceof RequestEvent event) {
        RequestState before =
            event instanceof RequestEvent.RequestReceived
                ? null
                : read(connection, event.requestId());
        write(connection, RequestState.evolve(before, event));
      }
    }
  }

  private @Nullable RequestState read(Connection connection, RequestId request)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setObject(1, request.value());
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? json.read(found.getString(1), RequestState.class) : null;
      }
    }
  }

  private void write(Connection connection, RequestState state) throws SQLException {
    RequestDue due = state.term().due();
    Write.execute(
        connection,
        List.of(
            Write.one(
                WRITE,
                state.requestId().value(),
                state.received().number().year(),
                state.received().number().number(),
                state.subjectId() == null ? null : state.subjectId().value(),
                state.received().type().name(),
                state.status().name(),
                state.received().effectiveAt(),
                due == null ? null : due.end(),
                due == null ? null : due.day(),
                json.write(state))));
  }
}
