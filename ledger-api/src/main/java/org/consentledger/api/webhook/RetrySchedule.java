package org.consentledger.api.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When what failed is tried again, as Standard Webhooks has it: each time later, a little spread so
 * that many do not come back at once, and never before the receiver asked for.
 */
final class RetrySchedule {

  private static final Duration LONGEST_ASKED = Duration.ofDays(1);
  private static final double SPREAD = 0.1;

  /** After so many events that failed the receiver is down, and not one event at fault. */
  static final int DOWN = 3;

  private static final int LONGEST_PAUSE_FACTOR = 64;

  private final List<Duration> delays;

  RetrySchedule(List<Duration> delays) {
    this.delays = List.copyOf(delays);
  }

  /**
   * How long to wait after an attempt; empty where it was the last.
   *
   * @param attempts how many there were, with this one
   * @param asked how long the receiver asked to wait
   * @param chance from 0 to 1
   */
  Optional<Duration> after(int attempts, @Nullable Duration asked, double chance) {
    if (attempts > delays.size()) {
      return Optional.empty();
    }
    Duration delay = spread(delays.get(attempts - 1), chance);
    Duration least = limited(asked);
    return Optional.of(delay.compareTo(least) > 0 ? delay : least);
  }

  /**
   * How long a webhook is sent nothing at all: as long as the receiver asked, and longer with each
   * event that fails while it is down.
   *
   * @param failures how many events failed, one after the other
   */
  Duration pause(int failures, @Nullable Duration asked, double chance) {
    Duration least = limited(asked);
    if (failures < DOWN) {
      return least;
    }
    int factor =
        1 << Math.min(failures - DOWN, Integer.numberOfTrailingZeros(LONGEST_PAUSE_FACTOR));
    Duration pause = spread(delays.getFirst().multipliedBy(factor), chance);
    return pause.compareTo(least) > 0 ? pause : least;
  }

  private static Duration limited(@Nullable Duration asked) {
    if (asked == null || asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
  }

  private static Duration spread(Duration delay, double chance) {
    return delay.plusMillis((long) (delay.toMillis() * SPREAD * chance));
  }
}
