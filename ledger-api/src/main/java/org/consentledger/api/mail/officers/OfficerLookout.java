package org.consentledger.api.mail.officers;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consentledger.core.breach.BreachState;
import org.consentledger.core.calendar.WorkingDays;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.breaches.Breaches;
import org.consentledger.projections.history.EventSelection;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what officers are to be told of: in the history, from where it was when the ledger first
 * looked, and once a working day among the terms that run. How far it came is written with what it
 * found, so that each matter is noted once, whatever breaks and on how many nodes it runs.
 */
@Component
final class OfficerLookout {

  private static final String RECEIVED = "request.received";
  private static final String OVERDUE = "request.overdue";
  private static final String SUSPENDED = "sending.suspended";
  private static final String DISPOSAL = "disposal.requested";
  private static final String BREACH_FOUND = "breach.found";
  private static final String BREACH_OVERDUE = "breach.overdue";

  private static final EventSelection SELECTION =
      new EventSelection(
          Set.of(RECEIVED, OVERDUE, SUSPENDED, DISPOSAL, BREACH_FOUND, BREACH_OVERDUE),
          Set.of(),
          null);
  private static final int AT_ONCE = 500;

  private final OfficerNotices notices;
  private final HistoryFeed history;
  private final Requests requests;
  private final Breaches breaches;
  private final OfficerProperties properties;
  private final WorkingDays calendar;
  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Clock clock;

  private record Progress(long after, LocalDate remindedOn) {}

  OfficerLookout(
      OfficerNotices notices,
      HistoryFeed history,
      Requests requests,
      Breaches breaches,
      OfficerProperties properties,
      WorkingDays calendar,
      JdbcClient database,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Clock clock) {
    this.notices = notices;
    this.history = history;
    this.requests = requests;
    this.breaches = breaches;
    this.properties = properties;
    this.calendar = calendar;
    this.database = database;
    this.transactions = new TransactionTemplate(transactions);
    this.json = json;
    this.clock = clock;
  }

  /** Looks at everything that there is to look at now. Also where nobody is to be told of it. */
  void look() {
    begin();
    while (requireNonNull(transactions.execute(transaction -> readOn()))) {
      // There was something, so there may be more.
    }
    transactions.executeWithoutResult(transaction -> remind());
  }

  /** Nobody is told of the past: neither of earlier events nor of the reminders of earlier days. */
  private void begin() {
    database
        .sql(
            """
            insert into officer_notice_progress (after_position, reminded_on)
            select coalesce(max(position), 0), :yesterday from event
            on conflict do nothing
            """)
        .param("yesterday", Kazakhstan.dayOf(clock.instant()).minusDays(1))
        .update();
  }

  /** Whoever looks at the same time waits here, and goes on behind what this one has found. */
  private Progress lock() {
    return database
        .sql("select after_position, reminded_on from officer_notice_progress for update")
        .query(
            (row, number) ->
                new Progress(
                    row.getLong("after_position"), row.getObject("reminded_on", LocalDate.class)))
        .single();
  }

  private boolean readOn() {
    Progress progress = lock();
    HistoryFeed.Page page = history.read(SELECTION, progress.after(), AT_ONCE);
    if (page.reached() == progress.after()) {
      return false;
    }
    page.items().forEach(this::note);
    database
        .sql("update officer_notice_progress set after_position = :reached")
        .param("reached", page.reached())
        .update();
    return true;
  }

  private void note(HistoryQuery.Item event) {
    JsonNode data = json.readTree(event.payload());
    switch (event.name()) {
      case RECEIVED -> notices.add(OfficerNotice.REQUEST_RECEIVED, id(data, "requestId"));
      case OVERDUE -> notices.add(OfficerNotice.REQUEST_OVERDUE, id(data, "requestId"));
      // A suspension that a letter brought has the identifier of the letter's request.
      case SUSPENDED -> notices.add(OfficerNotice.SENDING_SUSPENDED, id(data, "suspensionId"));
      case DISPOSAL -> {
        if (data.path("approval").asString("").equals(DisposalApproval.OFFICER.name())) {
          notices.add(OfficerNotice.DISPOSAL_TO_APPROVE, id(data, "disposalId"));
        }
      }
      case BREACH_FOUND -> notices.add(OfficerNotice.BREACH_FOUND, id(data, "breachId"));
      case BREACH_OVERDUE -> notices.add(OfficerNotice.BREACH_OVERDUE, id(data, "breachId"));
      default -> throw new IllegalStateException("This was not asked for: " + event.name());
    }
  }

  private static UUID id(JsonNode data, String name) {
    return UUID.fromString(data.get(name).asString());
  }

  /** What fell on days off is told on the next working day. */
  private void remind() {
    ZonedDateTime now = clock.instant().atZone(Kazakhstan.ZONE);
    LocalDate today = now.toLocalDate();
    if (!calendar.isWorking(today) || now.toLocalTime().isBefore(properties.at())) {
      return;
    }
    Progress progress = lock();
    if (!progress.remindedOn().isBefore(today)) {
      return;
    }
    remindOfRequests(progress.remindedOn().plusDays(1), today);
    remindOfBreaches(today);
    database
        .sql("update officer_notice_progress set reminded_on = :today")
        .param("today", today)
        .update();
  }

  private void remindOfRequests(LocalDate first, LocalDate today) {
    @Nullable RequestId place = null;
    List<RequestState> some;
    do {
      some = requests.toRemindOf(first, today, place, AT_ONCE);
      some.forEach(it -> notices.add(OfficerNotice.REQUEST_DUE, it.requestId().value()));
      place = some.isEmpty() ? null : some.getLast().requestId();
    } while (some.size() == AT_ONCE);
  }

  /** Their term ends on a working day, and is too short for more than this one. */
  private void remindOfBreaches(LocalDate today) {
    @Nullable BreachId place = null;
    List<BreachState> some;
    do {
      some = breaches.waiting(place, AT_ONCE);
      some.stream()
          .filter(it -> it.term().due() != null && it.term().due().day().equals(today))
          .forEach(it -> notices.add(OfficerNotice.BREACH_DUE, it.breachId().value()));
      place = some.isEmpty() ? null : some.getLast().breachId();
    } while (some.size() == AT_ONCE);
  }
}
