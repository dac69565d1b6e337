package org.consentledger.api.letter;

import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about letters. The server itself is {@code spring.mail.*}.
 *
 * @param from the sender, where a mailing names none
 * @param rate how many letters of mailings may leave in a second, over all mailings
 * @param connections how many letters are handed over at a time, 1 to 6
 * @param bounceAddress the address to which reports of failure go: {@code name@domain} becomes
 *     {@code name+token@domain} for each letter; the sender where it is not said
 * @param hardBounces after so many letters that came back for good an address gets no mailings
 * @param attempts how often a letter is tried that the server does not take yet
 * @param retryAfter how long after the first try it is tried again; twice as long each time, an
 *     hour at most
 */
@ConfigurationProperties("ledger.mail.out")
public record OutgoingMailProperties(
    @Nullable String from,
    @DefaultValue("20") int rate,
    @DefaultValue("4") int connections,
    @Nullable String bounceAddress,
    @DefaultValue("3") int hardBounces,
    @DefaultValue("10") int attempts,
    @DefaultValue("PT1M") Duration retryAfter) {

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_CONNECTIONS = 6;
  private static final int MOST_DOUBLINGS = 20;

  /** Refuses what no letter could be sent with. */
  public OutgoingMailProperties {
    require(from == null || Addresses.parse(from).isPresent(), "from");
    require(bounceAddress == null || Addresses.parse(bounceAddress).isPresent(), "bounce-address");
    require(rate > 0, "rate");
    // Each takes two connections of the pool to the database now and then.
    require(connections > 0 && connections <= MOST_CONNECTIONS, "connections");
    require(hardBounces > 0, "hard-bounces");
    require(attempts > 0, "attempts");
    require(retryAfter.isPositive(), "retry-after");
  }

  private static void require(boolean met, String name) {
    if (!met) {
      throw new IllegalArgumentException("ledger.mail.out." + name + " is not as it should be.");
    }
  }

  /** The sender, where one is configured. */
  public Optional<InternetAddress> sender() {
    return Optional.ofNullable(from).flatMap(Addresses::parse);
  }

  /** How long after a try the next one comes, while there are more. */
  public Duration pauseAfter(int tries) {
    Duration pause = retryAfter.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
