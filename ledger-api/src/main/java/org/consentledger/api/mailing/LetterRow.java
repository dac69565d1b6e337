package org.consentledger.api.mailing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** A letter as it stands in the table. */
final class LetterRow {

  private LetterRow() {}

  static Letters.Entry read(ResultSet row) throws SQLException {
    @Nullable UUID subject = row.getObject("subject_id", UUID.class);
    return new Letters.Entry(
        row.getObject("letter_id", UUID.class),
        new MailingId(row.getString("mailing_id")),
        subject == null ? null : new SubjectId(subject),
        LetterState.valueOf(row.getString("state")),
        row.getInt("tries"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
