package org.consentledger.api.site.person;

import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.ConsentReceipt;

/**
 * A receipt, as its person sees it in a list.
 *
 * @param purpose the name of the purpose
 */
record OwnReceipt(ConsentReceipt receipt, String purpose) {

  /** What it is for: the key of its words. */
  public String kind() {
    return switch (receipt.event()) {
      case ConsentEvent.ConsentGiven it -> "given";
      case ConsentEvent.ConsentRenewed it -> "renewed";
      case ConsentEvent.ConsentRefused it -> "refused";
      case ConsentEvent.ConsentWithdrawn it -> "withdrawn";
      case ConsentEvent.ConsentExpired it -> "expired";
    };
  }
}
