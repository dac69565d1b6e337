package org.consentledger.core.ground;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.ground.GroundCommand.SwitchGround;
import org.consentledger.core.ground.GroundSwitchEvent.GroundAllowed;
import org.consentledger.core.ground.GroundSwitchEvent.GroundSwitchedOff;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;

/** What comes of a command to a ground. */
final class GroundRules {

  private GroundRules() {}

  /**
   * Section 7: a ground is switched from a moment on that has not passed, because what was decided
   * on it before was decided rightly. Consent is never switched off.
   */
  static List<GroundSwitchEvent> decide(
      @Nullable GroundState ground, SwitchGround command, Instant now) {
    if (!command.allowed() && command.ground() == LegalGround.CONSENT) {
      throw new Refused(new Refusal.ConsentIndispensable());
    }
    Instant from = command.effectiveFrom() == null ? now : command.effectiveFrom();
    GroundState known = ground == null ? GroundState.untouched(command.ground()) : ground;
    if (known.isSettled(command.allowed(), from)) {
      return List.of();
    }
    if (from.isBefore(now)) {
      throw new Refused(new Refusal.EffectiveInPast());
    }
    return List.of(
        command.allowed()
            ? new GroundAllowed(command.ground(), from, now)
            : new GroundSwitchedOff(command.ground(), from, now));
  }
}
