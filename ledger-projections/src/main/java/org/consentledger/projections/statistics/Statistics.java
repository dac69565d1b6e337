package org.consentledger.projections.statistics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what happened in each month of Kazakhstan. What was recorded a moment ago may lack. */
public final class Statistics {

  private final JdbcClient database;

  /**
   * How often consent to a purpose was given, renewed, refused, withdrawn or expired in a month.
   *
   * @param event the stored name of the event, such as {@code consent.given}
   */
  public record Consents(YearMonth month, PurposeId purposeId, String event, long count) {}

  /**
   * What became of the requests that were received in a month.
   *
   * @param inTime how many ended within their term
   * @param late how many ended after it, or wait although it is over
   * @param waiting how many wait within it
   */
  public record Requests(YearMonth month, long inTime, long late, long waiting) {}

  /** Asks this database. */
  public Statistics(JdbcClient database) {
    this.database = database;
  }

  /** Answers about consent, by month, purpose and event, from this month on. */
  public List<Consents> consents(YearMonth from) {
    return database
        .sql(
            """
            select to_char(recorded_at at time zone :zone, 'YYYY-MM') as month, purpose_id, name, count(*) as count
            from history
            where name in ('consent.given', 'consent.renewed', 'consent.refused', 'consent.withdrawn', 'consent.expired')
              and recorded_at >= :from and purpose_id is not null
            group by 1, 2, 3 order by 1, 2, 3
            """)
        .param("zone", Kazakhstan.ZONE.getId())
        .param("from", beginning(from))
        .query(
            (row, number) ->
                new Consents(
                    YearMonth.parse(row.getString("month")),
                    new PurposeId(row.getString("purpose_id")),
                    row.getString("name"),
                    row.getLong("count")))
        .list();
  }

  /**
   * What became of requests, by the month of their receipt, from this month on.
   *
   * @param now decides what is overdue, also where that is not recorded yet
   */
  public List<Requests> requests(YearMonth from, Instant now) {
    return database
        .sql(
            """
            with received as (
              select to_char(received_at at time zone :zone, 'YYYY-MM') as month,
                     status in ('ANSWERED', 'REFUSED') as ended,
                     state ->> 'overdue' is not null or (status in ('OPEN', 'OVERDUE') and due_at <= :now) as late
              from current_request where received_at >= :from)
            select month, count(*) filter (where ended and not late) as in_time, count(*) filter (where late) as late,
                   count(*) filter (where not ended and not late) as waiting
            from received group by month order by month
            """)
        .param("zone", Kazakhstan.ZONE.getId())
        .param("from", beginning(from))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Requests(
                    YearMonth.parse(row.getString("month")),
                    row.getLong("in_time"),
                    row.getLong("late"),
                    row.getLong("waiting")))
        .list();
  }

  private static OffsetDateTime beginning(YearMonth month) {
    return month.atDay(1).atStartOfDay(Kazakhstan.ZONE).toOffsetDateTime();
  }
}
