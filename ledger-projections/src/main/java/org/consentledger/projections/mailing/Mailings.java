package org.consentledger.projections.mailing;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.vocabulary.MailingId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds mailings, with everything that was acknowledged before the call. */
public final class Mailings {

  private final JdbcClient database;

  /** Reads from this database. */
  public Mailings(JdbcClient database) {
    this.database = database;
  }

  /** One mailing, if it was planned. */
  public Optional<MailingState> find(MailingId mailing) {
    return database
        .sql("select " + MailingRow.COLUMNS + " from mailing where mailing_id = :mailing")
        .param("mailing", mailing.value())
        .query((row, number) -> MailingRow.read(row))
        .optional();
  }

  /**
   * Mailings in the order of their names.
   *
   * @param after the name after which to begin, or none for the beginning
   * @param most how many at most
   */
  public List<MailingState> list(@Nullable String after, int most) {
    return database
        .sql(
            "select "
                + MailingRow.COLUMNS
                + " from mailing where mailing_id > :after order by mailing_id limit :most")
        .param("after", after == null ? "" : after)
        .param("most", most)
        .query((row, number) -> MailingRow.read(row))
        .list();
  }

  /** Mailings whose letters are to leave, the one that began first before the others. */
  public List<MailingState> running() {
    return database
        .sql(
            "select "
                + MailingRow.COLUMNS
                + " from mailing where status = 'RUNNING' order by started_at, mailing_id")
        .query((row, number) -> MailingRow.read(row))
        .list();
  }
}
