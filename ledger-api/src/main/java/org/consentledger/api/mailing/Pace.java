package org.consentledger.api.mailing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets so many through in a second, evenly. Who comes too early waits. */
final class Pace {

  private final long between;
  private long next = System.nanoTime();

  Pace(int perSecond) {
    this.between = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /** Returns when it is the caller's turn. */
  void await() {
    long turn = takeTurn();
    for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Turns that nobody took are lost: after a pause there is no rush. */
  private synchronized long takeTurn() {
    long now = System.nanoTime();
    long turn = next - now > 0 ? next : now;
    next = turn + between;
    return turn;
  }
}
