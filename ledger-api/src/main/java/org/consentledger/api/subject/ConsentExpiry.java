package org.consentledger.api.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.consentledger.core.subject.SubjectCommand.ExpireConsent;
import org.consentledger.projections.current.DueConsents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records that consents reached the end of their terms (clause 8.9), so that the end has its place
 * in the history and its receipt. Nothing waits for it: decisions ask the clock. One node does it
 * at a time; where it is cut off, or two do it after all, each end is recorded once, because the
 * rules say so.
 */
@Component
final class ConsentExpiry {

  /** Who records it: nobody asked for it. */
  static final String ACTOR = "ledger";

  private static final Logger LOG = LoggerFactory.getLogger(ConsentExpiry.class);
  private static final int AT_ONCE = 200;

  /** One node over all; it ends with the connection, whatever becomes of the node. */
  private static final long TURN = 4831;

  private final DataSource dataSource;
  private final DueConsents dueConsents;
  private final Commands commands;
  private final Clock clock;

  ConsentExpiry(DataSource dataSource, DueConsents dueConsents, Commands commands, Clock clock) {
    this.dataSource = dataSource;
    this.dueConsents = dueConsents;
    this.commands = commands;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${ledger.consent-expiry-every:PT10S}",
      fixedDelayString = "${ledger.consent-expiry-every:PT10S}")
  void recordEnds() {
    try {
      DueConsents.@Nullable Due last = null;
      List<DueConsents.Due> batch;
      do {
        batch = recordBatch(last);
        last = batch.isEmpty() ? null : batch.getLast();
      } while (batch.size() == AT_ONCE);
    } catch (SQLException | DataAccessException | LedgerUnavailable | LedgerHalted databaseAway) {
      LOG.debug("Ends of consents are recorded later: {}", databaseAway.getClass().getSimpleName());
    }
  }

  /** What was due, if it was this node's turn. */
  private List<DueConsents.Due> recordBatch(DueConsents.@Nullable Due after) throws SQLException {
    try (Connection turn = dataSource.getConnection()) {
      turn.setAutoCommit(false);
      try {
        if (!isMine(turn)) {
          return List.of();
        }
        List<DueConsents.Due> due = dueConsents.endedBy(clock.instant(), after, AT_ONCE);
        due.forEach(this::recordEnd);
        return due;
      } finally {
        turn.rollback(); // leaves the turn to others
      }
    }
  }

  private static boolean isMine(Connection turn) throws SQLException {
    try (PreparedStatement statement =
        turn.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      statement.setLong(1, TURN);
      try (ResultSet taken = statement.executeQuery()) {
        return taken.next() && taken.getBoolean(1);
      }
    }
  }

  /** One that fails is tried again the next time, and keeps no other from being recorded. */
  private void recordEnd(DueConsents.Due due) {
    try {
      commands.execute(
          new ExpireConsent(due.subjectId(), due.purposeId()), ACTOR, null, Attachment.none());
    } catch (LedgerUnavailable | LedgerHalted notNow) {
      throw notNow;
    } catch (RuntimeException failure) {
      LOG.error(
          "The end of a consent to {} could not be recorded: {}",
          due.purposeId(),
          failure.getClass().getSimpleName());
    }
  }
}
