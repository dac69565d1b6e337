package org.consentledger.projections.current;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.ground.GroundState;
import org.consentledger.core.ground.GroundSwitchEvent;
import org.consentledger.core.inventory.InventoryEvent;
import org.consentledger.core.inventory.InventoryState;
import org.consentledger.core.legalterm.LegalTermEvent;
import org.consentledger.core.legalterm.LegalTermState;
import org.consentledger.core.operator.Operator;
import org.consentledger.core.operator.OperatorEvent;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.policy.PolicyEvent;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.recipient.RecipientEvent;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.user.UserEvent;
import org.consentledger.core.user.UserState;
import org.consentledger.core.webhook.WebhookEvent;
import org.consentledger.core.webhook.WebhookState;
import org.jspecify.annotations.Nullable;

/** Folds the events of the registers over their rows. They are few and change seldom. */
final class RegisterRows {

  private final StateJson json;

  /** A row, and what stands in it. */
  private record Row(RegisterKind kind, String id, Class<?> type) {}

  RegisterRows(StateJson json) {
    this.json = json;
  }

  void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    for (RecordedEvent event : events) {
      Row row = row(event.payload());
      if (row != null) {
        Object before = before(connection, row);
        write(connection, row, event.position(), after(before, event.payload(), event.eventId()));
      }
    }
  }

  /** Which row an event changes; none where it is about no register. */
  private static @Nullable Row row(Object payload) {
    return switch (payload) {
      case PurposeEvent of ->
          new Row(RegisterKind.PURPOSE, of.purposeId().value(), PurposeState.class);
      case PolicyEvent of -> new Row(RegisterKind.POLICY, of.version().value(), PolicyState.class);
      case OperatorEvent of ->
          new Row(RegisterKind.OPERATOR, Operator.IDENTIFIER, OperatorState.class);
      case RecipientEvent of ->
          new Row(RegisterKind.RECIPIENT, of.recipientId().value(), RecipientState.class);
      case GroundSwitchEvent of ->
          new Row(RegisterKind.LEGAL_GROUND, of.ground().name(), GroundState.class);
      case InventoryEvent of ->
          new Row(RegisterKind.INVENTORY, of.key().toString(), InventoryState.class);
      case LegalTermEvent of ->
          new Row(RegisterKind.LEGAL_TERM, of.id().code(), LegalTermState.class);
      case WebhookEvent of ->
          new Row(RegisterKind.WEBHOOK, of.webhookId().value(), WebhookState.class);
      case UserEvent.UserRecorded of ->
          new Row(RegisterKind.USER, of.userId().toString(), UserState.class);
      default -> null; // subjects have rows of their own
    };
  }

  private static Object after(@Nullable Object before, Object payload, UUID eventId) {
    return switch (payload) {
      case PurposeEvent of -> PurposeState.evolve((PurposeState) before, of, eventId);
      case PolicyEvent of -> PolicyState.evolve(of, eventId);
      case OperatorEvent of -> OperatorState.evolve(of, eventId);
      case RecipientEvent of -> RecipientState.evolve((RecipientState) before, of, eventId);
      case GroundSwitchEvent of -> GroundState.evolve((GroundState) before, of, eventId);
      case InventoryEvent of -> InventoryState.evolve((InventoryState) before, of, eventId);
      case LegalTermEvent of -> LegalTermState.evolve((LegalTermState) before, of, eventId);
      case WebhookEvent of -> WebhookState.evolve((WebhookState) before, of, eventId);
      case UserEvent.UserRecorded of -> UserState.evolve(of);
      default -> throw new IllegalArgumentException("This event is about no register.");
    };
  }

  private @Nullable Object before(Connection connection, Row row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select state from current_register where kind = ? and id = ?")) {
      statement.setString(1, row.kind().name());
      statement.setString(2, row.id());
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? json.read(found.getString(1), row.type()) : null;
      }
    }
  }

  private void write(Connection connection, Row row, long position, Object state)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into current_register (kind, id, position, state) values (?, ?, ?, ?::json)
            on conflict (kind, id) do update set position = excluded.position, state = excluded.state
            """)) {
      statement.setString(1, row.kind().name());
      statement.setString(2, row.id());
      statement.setLong(3, position);
      statement.setString(4, json.write(state));
      statement.executeUpdate();
    }
  }
}
