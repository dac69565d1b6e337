package org.consentledger.api.copies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.core.log.Testimony;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each place is, kept over restarts and shared by all nodes. */
final class CopyStates {

  private final JdbcClient database;

  CopyStates(JdbcClient database) {
    this.database = database;
  }

  /** Makes a row for each place that has none. */
  void enroll(Collection<Place> places, Instant now) {
    for (Place place : places) {
      database
          .sql(
              """
              insert into ledger_copy (kind, place, since) values (:kind, :place, :now) on conflict do nothing
              """)
          .param("kind", place.id().kind().name())
          .param("place", place.id().name())
          .param("now", now.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  /** Of the places that were ever named. */
  Map<Place.Id, CopyState> all() {
    Map<Place.Id, CopyState> states = new HashMap<>();
    database
        .sql("select * from ledger_copy")
        .query(
            row -> {
              states.put(
                  new Place.Id(Place.Kind.valueOf(row.getString("kind")), row.getString("place")),
                  state(row));
            });
    return states;
  }

  /** What these places say against the database. */
  List<Testimony> testimonies(Collection<Place> places) {
    Map<Place.Id, CopyState> states = all();
    List<Testimony> testimonies = new ArrayList<>();
    for (Place place : places) {
      CopyState state = states.get(place.id());
      if (state != null && state.seenSize() != null) {
        testimonies.add(new Testimony(place.testimony(), state.seenSize(), state.seenDiffers()));
      }
    }
    return testimonies;
  }

  /** The place has it; whatever it said before is over. */
  void delivered(Place.Id id, Outcome.Delivered delivered, Instant now) {
    requireOne(
        database
            .sql(
                """
                update ledger_copy
                set size = :size, signatures = :signatures, delivered_at = :now, failure = null, failing_since = null,
                    failures = 0, retry_at = null, seen_size = null, seen_differs = false
                where kind = :kind and place = :place
                """)
            .param("kind", id.kind().name())
            .param("place", id.name())
            .param("size", delivered.size())
            .param("signatures", delivered.signatures())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update());
  }

  /** The place does not have it. What it said against the database before still stands. */
  void failed(Place.Id id, Failure failure, Instant now, Instant retryAt) {
    requireOne(
        database
            .sql(
                """
                update ledger_copy
                set failure = :failure, failing_since = coalesce(failing_since, :now), failures = failures + 1,
                    retry_at = :retryAt
                where kind = :kind and place = :place
                """)
            .param("kind", id.kind().name())
            .param("place", id.name())
            .param("failure", failure.name())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("retryAt", retryAt.atOffset(ZoneOffset.UTC))
            .update());
  }

  /** The place says something against the database, which all nodes are to see. */
  void contradicted(Place.Id id, Outcome.Contradicted contradicted) {
    requireOne(
        database
            .sql(
                """
                update ledger_copy set seen_size = :size, seen_differs = :differs
                where kind = :kind and place = :place
                """)
            .param("kind", id.kind().name())
            .param("place", id.name())
            .param("size", contradicted.size())
            .param("differs", contradicted.differs())
            .update());
  }

  private static CopyState state(ResultSet row) throws SQLException {
    return new CopyState(
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getLong("size"),
        row.getInt("signatures"),
        moment(row, "delivered_at"),
        row.getString("failure"),
        moment(row, "failing_since"),
        row.getInt("failures"),
        moment(row, "retry_at"),
        row.getObject("seen_size", Long.class),
        row.getBoolean("seen_differs"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static void requireOne(int rows) {
    if (rows != 1) {
      throw new IllegalStateException(rows + " places were changed instead of 1.");
    }
  }
}
