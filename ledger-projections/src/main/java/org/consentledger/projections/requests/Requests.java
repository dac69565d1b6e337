package org.consentledger.projections.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.StateJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds requests, with everything that was acknowledged before. */
public final class Requests {

  private static final String WAITING = "status in ('OPEN', 'PAUSED', 'OVERDUE')";

  private final JdbcClient database;
  private final StateJson json = new StateJson();

  /**
   * What to look for; what is missing is not asked.
   *
   * @param due those that wait and whose last day is this one or before it
   * @param waiting whether those that ended are left out
   */
  public record Filter(
      @Nullable RequestStatus status,
      @Nullable LocalDate due,
      @Nullable RequestType type,
      @Nullable SubjectId subjectId,
      boolean waiting) {

    /** Also those that ended. */
    public Filter(
        @Nullable RequestStatus status,
        @Nullable LocalDate due,
        @Nullable RequestType type,
        @Nullable SubjectId subjectId) {
      this(status, due, type, subjectId, false);
    }
  }

  /**
   * A place in the list.
   *
   * @param dueAt when it is due; none while it does not run, which comes last
   */
  public record Place(@Nullable Instant dueAt, RequestId requestId) {

    /** Where a request stands. */
    public static Place of(RequestState request) {
      RequestDue due = request.term().due();
      return new Place(due == null ? null : due.end(), request.requestId());
    }
  }

  /** Asks this database. */
  public Requests(JdbcClient database) {
    this.database = database;
  }

  /** A request as it stands, if there is one. */
  public Optional<RequestState> find(RequestId request) {
    return database
        .sql("select state from current_request where request_id = :request")
        .param("request", request.value())
        .query((row, number) -> json.read(row.getString("state"), RequestState.class))
        .optional();
  }

  /** The number that the next request of a year gets, if nobody is quicker. */
  public int nextNumber(int year) {
    return database
        .sql("select coalesce(max(number), 0) + 1 from current_request where year = :year")
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  /**
   * Finds requests, the first due first.
   *
   * @param now decides what is overdue, also where that is not recorded yet
   * @param after the place after which to begin; none for the beginning
   * @param limit how many at most
   */
  public List<RequestState> find(Filter filter, Instant now, @Nullable Place after, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    addIf(conditions, filter.status(), condition(filter.status()));
    addIf(conditions, filter.due(), WAITING + " and due_day <= :due");
    addIf(conditions, filter.waiting() ? filter : null, WAITING);
    addIf(conditions, filter.type(), "type = :type");
    addIf(conditions, filter.subjectId(), "subject_id = :subject");
    addIf(
        conditions,
        after,
        "(coalesce(due_at, 'infinity'), request_id) > (coalesce(:afterDue, 'infinity'), :after)");
    return database
        .sql(
            """
            select state from current_request where %s
            order by coalesce(due_at, 'infinity'), request_id limit :limit
            """
                .formatted(String.join(" and ", conditions)))
        .param("now", utc(now))
        .param("due", filter.due())
        .param("type", filter.type() == null ? null : filter.type().name())
        .param("subject", filter.subjectId() == null ? null : filter.subjectId().value())
        .param("afterDue", after == null ? null : utc(after.dueAt()))
        .param("after", after == null ? null : after.requestId().value())
        .param("limit", limit)
        .query((row, number) -> json.read(row.getString("state"), RequestState.class))
        .list();
  }

  private static void addIf(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }

  private static String condition(@Nullable RequestStatus status) {
    return switch (status) {
      case null -> "";
      case OPEN -> "status = 'OPEN' and due_at > :now";
      case OVERDUE -> "(status = 'OVERDUE' or (status = 'OPEN' and due_at <= :now))";
      case PAUSED -> "status = 'PAUSED'";
      case ANSWERED -> "status = 'ANSWERED'";
      case REFUSED -> "status = 'REFUSED'";
    };
  }

  /**
   * Requests that wait, in the order of their identifiers.
   *
   * @param after the identifier after which to begin; none for the beginning
   */
  public List<RequestState> waiting(@Nullable RequestId after, int limit) {
    return database
        .sql(
            """
            select state from current_request where %s and request_id > :after
            order by request_id limit :limit
            """
                .formatted(WAITING))
        .param("after", after == null ? new UUID(0, 0) : after.value())
        .param("limit", limit)
        .query((row, number) -> json.read(row.getString("state"), RequestState.class))
        .list();
  }

  /**
   * Requests that wait and of which somebody is to be reminded on one of these days, in the order
   * of their identifiers.
   *
   * @param last the last of the days; it may be the first
   * @param after the identifier after which to begin; none for the beginning
   */
  public List<RequestState> toRemindOf(
      LocalDate first, LocalDate last, @Nullable RequestId after, int limit) {
    return database
        .sql(
            """
            select state from current_request
            where %s and request_id > :after
              and exists (select from json_array_elements(state #> '{term,reminders}') as reminder
                          where reminder ->> 'day' between :first and :last)
            order by request_id limit :limit
            """
                .formatted(WAITING))
        .param("after", after == null ? new UUID(0, 0) : after.value())
        .param("first", first.toString())
        .param("last", last.toString())
        .param("limit", limit)
        .query((row, number) -> json.read(row.getString("state"), RequestState.class))
        .list();
  }

  /**
   * Requests that ended before a moment, that nobody was found for, and of which what was written
   * is still there; in the order of their identifiers.
   *
   * @param after the identifier after which to begin; none for the beginning
   */
  public List<RequestId> unlinked(Instant endedBefore, @Nullable RequestId after, int limit) {
    return database
        .sql(
            """
            select request_id from current_request
            where subject_id is null and status in ('ANSWERED', 'REFUSED')
              and state #>> '{end,textDestroyedAt}' is null
              and type <> 'AUTHORITY' and (state #>> '{end,at}')::timestamptz < :before
              and request_id > :after
            order by request_id limit :limit
            """)
        .param("before", utc(endedBefore))
        .param("after", after == null ? new UUID(0, 0) : after.value())
        .param("limit", limit)
        .query((row, number) -> new RequestId(row.getObject("request_id", UUID.class)))
        .list();
  }

  /**
   * How many requests wait.
   *
   * @param overdue how many of them although their term is over
   */
  public record Waiting(long all, long overdue) {}

  /** How many requests wait, of whatever type. */
  public Waiting waiting(Instant now) {
    return database
        .sql(
            """
            select count(*) as waiting,
                   count(*) filter (where status in ('OPEN', 'OVERDUE') and due_at <= :now) as overdue
            from current_request where %s
            """
                .formatted(WAITING))
        .param("now", utc(now))
        .query((row, number) -> new Waiting(row.getLong("waiting"), row.getLong("overdue")))
        .single();
  }

  /** How many requests of a type wait. */
  public long waiting(RequestType type) {
    return count("type = :type and " + WAITING, type, Instant.EPOCH);
  }

  /** How many requests of a type wait although their term is over. */
  public long overdue(RequestType type, Instant now) {
    return count("type = :type and status in ('OPEN', 'OVERDUE') and due_at <= :now", type, now);
  }

  private long count(String condition, RequestType type, Instant now) {
    return database
        .sql("select count(*) from current_request where " + condition)
        .param("type", type.name())
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
