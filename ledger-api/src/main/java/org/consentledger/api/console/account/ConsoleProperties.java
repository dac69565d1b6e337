package org.consentledger.api.console.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about signing in. How long somebody may do nothing is {@code
 * spring.session.timeout}.
 *
 * @param passwords whether one signs in by a password that the ledger keeps; without it, by the
 *     provider alone
 * @param failures after so many failures in a row an account is locked
 * @param lockedFor for how long
 * @param failuresBySource after so many failures from one address nobody is let in from there
 * @param failuresCountedFor how long a failure counts against its address
 * @param longestSession after which time one signs in anew, whatever one did
 */
@ConfigurationProperties("ledger.console")
public record ConsoleProperties(
    @DefaultValue("true") boolean passwords,
    @DefaultValue("5") int failures,
    @DefaultValue("PT15M") Duration lockedFor,
    @DefaultValue("50") int failuresBySource,
    @DefaultValue("PT15M") Duration failuresCountedFor,
    @DefaultValue("PT12H") Duration longestSession) {

  /** Refuses what would let nobody in, or everybody try for ever. */
  public ConsoleProperties {
    boolean sensible =
        failures > 0
            && failuresBySource > 0
            && lockedFor.isPositive()
            && failuresCountedFor.isPositive()
            && longestSession.isPositive();
    if (!sensible) {
      throw new IllegalArgumentException("ledger.console.* takes numbers and times above nought.");
    }
  }
}
