package org.consentledger.projections.mailing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.mailing.MailingEvent;
import org.consentledger.core.mailing.MailingPlan;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.vocabulary.MailingId;
import org.jspecify.annotations.Nullable;

/** Folds events over mailings, in the transaction in which the events are appended. */
public final class MailingProjection implements TransactionalProjection {

  private static final String READ =
      "select " + MailingRow.COLUMNS + " from mailing where mailing_id = ?";

  private static final String WRITE =
      """
      insert into mailing (mailing_id, number, purpose_id, rate, content_hash, content_reference, status,
                           planned_at, started_at, ended_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (mailing_id) do update
        set number = excluded.number, purpose_id = excluded.purpose_id, rate = excluded.rate,
            content_hash = excluded.content_hash, content_reference = excluded.content_reference,
            status = excluded.status, planned_at = excluded.planned_at, started_at = excluded.started_at,
            ended_at = excluded.ended_at
      """;

  @Override
  public void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    for (RecordedEvent event : events) {
      if (event.payload() instanceof MailingEvent of) {
        write(connection, MailingState.evolve(before(connection, of.mailingId()), of));
      }
    }
  }

  private static @Nullable MailingState before(Connection connection, MailingId mailing)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, mailing.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? MailingRow.read(row) : null;
      }
    }
  }

  private static void write(Connection connection, MailingState state) throws SQLException {
    MailingPlan plan = state.plan();
    Write.execute(
        connection,
        List.of(
            Write.one(
                WRITE,
                state.mailingId().value(),
                state.number(),
                plan.purposeId().value(),
                plan.rate(),
                plan.contentHash(),
                plan.contentReference(),
                state.status().name(),
                state.plannedAt(),
                state.startedAt(),
                state.endedAt())));
  }
}
