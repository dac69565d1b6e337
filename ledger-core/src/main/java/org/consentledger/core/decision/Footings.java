package org.consentledger.core.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.vocabulary.LegalGround;

/** The grounds that may carry an act (section 7). */
final class Footings {

  private static final Comparator<ClaimedGround> IN_THE_POLICYS_ORDER =
      Comparator.comparing((ClaimedGround ground) -> ground.claim().ground())
          .thenComparing(ClaimedGround::effectiveAt, Comparator.reverseOrder());

  private Footings() {}

  /**
   * Consent, where the purpose rests on it, and then what was claimed for the purpose, in the order
   * of the policy and the latest first.
   */
  static List<Footing> of(Matter matter) {
    List<Footing> footings = new ArrayList<>();
    if (matter.purpose().definition().grounds().contains(LegalGround.CONSENT)) {
      footings.add(ConsentFooting.of(matter));
    }
    matter.subject().circumstances().groundsFor(matter.question().purposeId()).stream()
        .sorted(IN_THE_POLICYS_ORDER)
        .map(ground -> ClaimFooting.of(matter, ground))
        .forEach(footings::add);
    return footings;
  }
}
