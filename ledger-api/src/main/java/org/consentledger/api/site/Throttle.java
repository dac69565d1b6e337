package org.consentledger.api.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets nobody ask without end, on whichever node: neither from one address, nor for letters to one
 * mailbox. What is kept is a keyed hash, for a day at most.
 */
@Component
public final class Throttle {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final JdbcClient database;
  private final KeyedHash digests;
  private final SiteProperties properties;
  private final Clock clock;

  Throttle(JdbcClient database, SystemSecrets secrets, SiteProperties properties, Clock clock) {
    this.database = database;
    this.digests = new KeyedHash(secrets, "site-attempt");
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Counts something that was sent from an address.
   *
   * @throws ProblemException 429 where it is too much
   */
  public void requireCalm(String source) {
    if (!passes("source " + source, properties.mostBySource(), HOUR)) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "TOO_MANY_ATTEMPTS",
              "Too much was sent from this address. Wait an hour."));
    }
  }

  /**
   * Counts a letter that somebody asks to be sent; whether it may be. The asker is told nothing.
   *
   * @param address in its one written form
   */
  public boolean maySendTo(String address) {
    return passes("mailbox " + address, properties.mostByMailbox(), DAY);
  }

  private boolean passes(String whose, int most, Duration within) {
    Instant now = clock.instant();
    return database
            .sql(
                """
                insert into site_attempt (digest, tried_at)
                select :digest, :now
                where (select count(*) from site_attempt where digest = :digest and tried_at > :since) < :most
                """)
            .param("digest", digests.of(whose))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("since", now.minus(within).atOffset(ZoneOffset.UTC))
            .param("most", most)
            .update()
        == 1;
  }

  /** Forgets what does not count any more. */
  public void forget() {
    database
        .sql("delete from site_attempt where tried_at <= :since")
        .param("since", clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
        .update();
  }
}
