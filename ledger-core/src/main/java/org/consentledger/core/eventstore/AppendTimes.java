package org.consentledger.core.eventstore;

import java.time.Duration;

/**
 * How long appending takes at present. One thread tells; any may ask.
 *
 * <p>Of the last two transactions the shorter counts: one that was held up says nothing about the
 * next, two in a row do. One that is still under way counts with what it has taken so far, so that
 * a database that does not answer is noticed while it does not.
 */
final class AppendTimes {

  private volatile Times times = new Times(false, 0, 0, 0);

  private record Times(boolean underWay, long began, long last, long before) {}

  void began() {
    Times now = times;
    times = new Times(true, System.nanoTime(), now.last(), now.before());
  }

  /** Ends what is under way; does nothing where nothing is. */
  void ended() {
    Times now = times;
    if (now.underWay()) {
      times = new Times(false, 0, System.nanoTime() - now.began(), now.last());
    }
  }

  /** How long so many transactions will take; no time where none is under way. */
  Duration expected(int transactions) {
    Times now = times;
    if (!now.underWay()) {
      return Duration.ZERO;
    }
    long usual = Math.min(now.last(), now.before());
    long each = Math.max(usual, System.nanoTime() - now.began());
    return Duration.ofNanos(each).multipliedBy(transactions);
  }
}
