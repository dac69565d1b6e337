package org.consentledger.projections.breaches;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.consentledger.core.breach.BreachEvent;
import org.consentledger.core.breach.BreachState;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.projections.current.StateJson;
import org.jspecify.annotations.Nullable;

/** Folds what happens to breaches over their rows, in the transaction of the events. */
public final class BreachProjection implements TransactionalProjection {

  private static final String READ = "select state from current_breach where breach_id = ?";

  private static final String WRITE =
      """
      insert into current_breach (breach_id, status, found_at, due_at, state)
      values (?, ?, ?, ?, ?::json)
      on conflict (breach_id) do update
        set status = excluded.status, due_at = excluded.due_at, state = excluded.state
      """;

  private final StateJson json = new StateJson();

  @Override
  public void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    for (RecordedEvent recorded : events) {
      if (recorded.payload() instanceof BreachEvent event) {
        BreachState before =
            event instanceof BreachEvent.BreachFound ? null : read(connection, event.breachId());
        write(connection, BreachState.evolve(before, event));
      }
    }
  }

  private @Nullable BreachState read(Connection connection, BreachId breach) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setObject(1, breach.value());
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? json.read(found.getString(1), BreachState.class) : null;
      }
    }
  }

  private void write(Connection connection, BreachState state) throws SQLException {
    Write.execute(
        connection,
        List.of(
            Write.one(
                WRITE,
                state.breachId().value(),
                state.status().name(),
                state.foundAt(),
                Objects.requireNonNull(state.term().due(), "a breach's term never rests").end(),
                json.write(state))));
  }
}
