package org.consentledger.projections.breaches;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.breach.BreachState;
import org.consentledger.core.breach.BreachStatus;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.projections.current.StateJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds breaches, with everything that was acknowledged before. */
public final class Breaches {

  private static final String LATE = "(status = 'OVERDUE' or (status = 'OPEN' and due_at <= :now))";

  private final JdbcClient database;
  private final StateJson json = new StateJson();

  /** A place in the list. */
  public record Place(Instant foundAt, BreachId breachId) {}

  /** Asks this database. */
  public Breaches(JdbcClient database) {
    this.database = database;
  }

  /** A breach as it stands, if there is one. */
  public Optional<BreachState> find(BreachId breach) {
    return database
        .sql("select state from current_breach where breach_id = :breach")
        .param("breach", breach.value())
        .query((row, number) -> json.read(row.getString("state"), BreachState.class))
        .optional();
  }

  /**
   * Finds breaches, the last found first.
   *
   * @param now decides what is overdue, also where that is not recorded yet
   * @param after the place after which to begin; none for the beginning
   */
  public List<BreachState> find(
      @Nullable BreachStatus status, Instant now, @Nullable Place after, int limit) {
    List<String> conditions = new ArrayList<>(List.of(condition(status)));
    if (after != null) {
      conditions.add("(found_at, breach_id) < (:foundAt, :after)");
    }
    return database
        .sql(
            "select state from current_breach where "
                + String.join(" and ", conditions)
                + " order by found_at desc, breach_id desc limit :limit")
        .param("now", utc(now))
        .param("status", status == null ? null : status.name())
        .param("foundAt", after == null ? null : utc(after.foundAt()))
        .param("after", after == null ? null : after.breachId().value())
        .param("limit", limit)
        .query((row, number) -> json.read(row.getString("state"), BreachState.class))
        .list();
  }

  private static String condition(@Nullable BreachStatus status) {
    return switch (status) {
      case null -> "true";
      case OPEN -> "status = 'OPEN' and due_at > :now";
      case OVERDUE -> LATE;
      case NOTIFIED, CLOSED -> "status = :status";
    };
  }

  /** Breaches of which the authorised body is to be told, in the order of their identifiers. */
  public List<BreachState> waiting(@Nullable BreachId after, int limit) {
    return database
        .sql(
            """
            select state from current_breach where status in ('OPEN', 'OVERDUE') and breach_id > :after
            order by breach_id limit :limit
            """)
        .param("after", after == null ? new UUID(0, 0) : after.value())
        .param("limit", limit)
        .query((row, number) -> json.read(row.getString("state"), BreachState.class))
        .list();
  }

  /** Of how many breaches the authorised body is to be told. */
  public long waiting() {
    return count("status in ('OPEN', 'OVERDUE')", Instant.EPOCH);
  }

  /** Of how many breaches it was not told although the term is over. */
  public long overdue(Instant now) {
    return count(LATE, now);
  }

  private long count(String condition, Instant now) {
    return database
        .sql("select count(*) from current_breach where " + condition)
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
