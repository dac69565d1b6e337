package org.consentledger.projections.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history for those who follow it: page by page in its one order, without a gap. It ends before
 * the first event that the projection has not taken in, be it new or being restored, because by
 * what it can be found is not known yet.
 */
public final class HistoryFeed {

  private final JdbcClient database;

  /**
   * What comes next.
   *
   * @param items the events that were selected, in their order
   * @param reached the position up to which there is no other; the one that was asked for where
   *     nothing is new
   */
  public record Page(List<HistoryQuery.Item> items, long reached) {

    /** Copies the list. */
    public Page {
      items = List.copyOf(items);
    }
  }

  private record Row(HistoryQuery.@Nullable Item item, long position, boolean known) {}

  /** Reads this database. */
  public HistoryFeed(JdbcClient database) {
    this.database = database;
  }

  /**
   * Reads on.
   *
   * @param after the position after which to begin
   * @param most how many events are looked at, at most
   */
  public Page read(EventSelection selection, long after, int most) {
    List<HistoryQuery.Item> items = new ArrayList<>();
    long reached = after;
    for (Row row : rows(selection, after, most)) {
      if (!row.known()) {
        break;
      }
      if (row.item() != null) {
        items.add(row.item());
      }
      reached = row.position();
    }
    return new Page(items, reached);
  }

  private List<Row> rows(EventSelection selection, long after, int most) {
    return database
        .sql(
            """
            with looked_at as (
              select %s, h.position is not null as known
              from event e left join (select * from history where position > :after) h using (position)
              where e.position > :after order by e.position limit :most)
            select *,
              (:allTypes or name = any(:names) or exists (select from unnest(:beginnings) b where starts_with(name, b)))
              and (:allPurposes or purpose_id = any(:purposes) or (purpose_id is null and subject_id is not null))
              and (:subject::uuid is null or subject_id = :subject) as selected
            from looked_at order by position
            """
                .formatted(HistoryQuery.COLUMNS))
        .param("after", after)
        .param("most", most)
        .param("allTypes", selection.types().isEmpty())
        .param("names", selection.names())
        .param("beginnings", selection.beginnings())
        .param("allPurposes", selection.purposes().isEmpty())
        .param(
            "purposes", selection.purposes().stream().map(PurposeId::value).toArray(String[]::new))
        .param("subject", selection.subjectId() == null ? null : selection.subjectId().value())
        .query(
            (row, number) ->
                new Row(
                    row.getBoolean("selected") ? HistoryQuery.item(row) : null,
                    row.getLong("position"),
                    row.getBoolean("known")))
        .list();
  }

  /** The events at these positions, in their order. */
  public List<HistoryQuery.Item> at(Collection<Long> positions) {
    return database
        .sql(
            """
            select %s from event e left join history h using (position)
            where e.position = any(:positions) order by e.position
            """
                .formatted(HistoryQuery.COLUMNS))
        .param("positions", positions.toArray(Long[]::new))
        .query((row, number) -> HistoryQuery.item(row))
        .list();
  }
}
