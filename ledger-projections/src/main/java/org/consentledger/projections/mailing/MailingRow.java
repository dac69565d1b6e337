package org.consentledger.projections.mailing;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.consentledger.core.mailing.MailingPlan;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.mailing.MailingStatus;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/** A mailing as it stands in the table. */
final class MailingRow {

  static final String COLUMNS =
      "mailing_id, number, purpose_id, rate, content_hash, content_reference, status, planned_at,"
          + " started_at, ended_at";

  private MailingRow() {}

  static MailingState read(ResultSet row) throws SQLException {
    return new MailingState(
        new MailingId(row.getString("mailing_id")),
        row.getInt("number"),
        new MailingPlan(
            new PurposeId(row.getString("purpose_id")),
            row.getObject("rate", Integer.class),
            row.getString("content_hash"),
            row.getObject("content_reference", UUID.class)),
        MailingStatus.valueOf(row.getString("status")),
        requireNonNull(moment(row, "planned_at")),
        moment(row, "started_at"),
        moment(row, "ended_at"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
