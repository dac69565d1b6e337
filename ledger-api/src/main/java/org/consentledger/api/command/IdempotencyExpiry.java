package org.consentledger.api.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets answers whose time is over, an hour's worth at a time. Every node may do it: what one has
 * deleted, another does not find.
 */
@Component
final class IdempotencyExpiry {

  private static final int AT_ONCE = 10_000;

  private final JdbcClient database;
  private final Clock clock;
  private final Duration retention;

  IdempotencyExpiry(
      JdbcClient database,
      Clock clock,
      @Value("${ledger.idempotency-retention:P14D}") Duration retention) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void forget() {
    forgetBefore(clock.instant().minus(retention));
  }

  /** Forgets in small transactions, so that nobody waits long for a row. */
  void forgetBefore(Instant moment) {
    int forgotten;
    do {
      forgotten =
          database
              .sql(
                  """
                  delete from idempotency where key_digest in (
                    select key_digest from idempotency where recorded_at < :moment
                    order by recorded_at limit :limit)
                  """)
              .param("moment", moment.atOffset(ZoneOffset.UTC))
              .param("limit", AT_ONCE)
              .update();
    } while (forgotten == AT_ONCE);
  }
}
