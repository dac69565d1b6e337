package org.consentledger.core.subject;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.core.refusal.PastMoment;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** What every rule about a subject asks first: is there anybody, and when did it happen? */
final class Moments {

  private Moments() {}

  static void requireActive(SubjectState subject) {
    switch (subject.status()) {
      case ACTIVE -> {}
      case ANONYMISED -> throw new Refused(new Refusal.SubjectAnonymised());
      case DESTROYED -> throw new Refused(new Refusal.SubjectDestroyed());
    }
  }

  /**
   * When an act takes effect. One that is not dated takes effect after all that is known of the
   * subject, whichever node's clock recorded it; so a withdrawal always comes after the consent
   * that it withdraws, and a consent after the withdrawal before it.
   */
  static Instant effectiveAt(@Nullable Instant dated, SubjectState subject, Instant now) {
    if (dated == null) {
      return now.isAfter(subject.latestAt()) ? now : subject.latestAt().plus(1, ChronoUnit.MICROS);
    }
    return PastMoment.of(dated, now);
  }
}
