package org.consentledger.projections.current;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.legalterm.LegalTermEvent;
import org.consentledger.core.legalterm.LegalTermState;
import org.consentledger.core.operator.Operator;
import org.consentledger.core.operator.OperatorEvent;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.policy.PolicyEvent;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.purpose.PurposeState;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of purposes, policies and the operator over their rows. They are few and change
 * seldom.
 */
final class RegisterRows {

  private final StateJson json;

  RegisterRows(StateJson json) {
    this.json = json;
  }

  void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    for (RecordedEvent event : events) {
      UUID eventId = event.eventId();
      switch (event.payload()) {
        case PurposeEvent purpose ->
            write(
                connection,
                RegisterKind.PURPOSE,
                purpose.purposeId().value(),
                event.position(),
                PurposeState.evolve(
                    purposeBefore(connection, purpose.purposeId().value()), purpose, eventId));
        case PolicyEvent policy ->
            write(
                connection,
                RegisterKind.POLICY,
                policy.version().value(),
                event.position(),
                PolicyState.evolve(policy, eventId));
        case OperatorEvent operator ->
            write(
                connection,
                RegisterKind.OPERATOR,
                Operator.IDENTIFIER,
                event.position(),
                OperatorState.evolve(operator, eventId));
        case LegalTermEvent term ->
            write(
                connection,
                RegisterKind.LEGAL_TERM,
                term.id().code(),
                event.position(),
                LegalTermState.evolve(termBefore(connection, term.id().code()), term, eventId));
        default -> {} // subjects have rows of their own
      }
    }
  }

  private @Nullable PurposeState purposeBefore(Connection connection, String id)
      throws SQLException {
    return before(connection, RegisterKind.PURPOSE, id, PurposeState.class);
  }

  private @Nullable LegalTermState termBefore(Connection connection, String id)
      throws SQLException {
    return before(connection, RegisterKind.LEGAL_TERM, id, LegalTermState.class);
  }

  private <S> @Nullable S before(Connection connection, RegisterKind kind, String id, Class<S> type)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select state from current_register where kind = ? and id = ?")) {
      statement.setString(1, kind.name());
      statement.setString(2, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? json.read(row.getString(1), type) : null;
      }
    }
  }

  private void write(
      Connection connection, RegisterKind kind, String id, long position, Object state)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into current_register (kind, id, position, state) values (?, ?, ?, ?::json)
            on conflict (kind, id) do update set position = excluded.position, state = excluded.state
            """)) {
      statement.setString(1, kind.name());
      statement.setString(2, id);
      statement.setLong(3, position);
      statement.setString(4, json.write(state));
      statement.executeUpdate();
    }
  }
}
