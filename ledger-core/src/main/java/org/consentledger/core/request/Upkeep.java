package org.consentledger.core.request;

import java.time.Instant;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.register.Registers;

/**
 * What is to be done about requests that nobody asks to be done: the same rules, without effect.
 */
public final class Upkeep {

  private Upkeep() {}

  /** Whether the term comes to something else by the rows and the calendar of now. */
  public static boolean changesTerm(
      RequestState request, Registers registers, Deadlines deadlines, Instant now) {
    return !new TermRules(registers, deadlines, now).recompute(request).isEmpty();
  }

  /** Whether the term is over, and nobody has recorded that. */
  public static boolean isNewlyOverdue(RequestState request, Instant now) {
    return !RequestRules.lateness(request, now).isEmpty();
  }
}
