package org.consentledger.api.receipt;

import org.consentledger.core.subject.ConsentEvent;

/** What a receipt is for. */
enum ReceiptKind {
  /** Consent was given. */
  GIVEN("dpv:ConsentGiven"),
  /** Consent was given anew. */
  RENEWED("dpv:RenewedConsentGiven"),
  /** Consent was refused. */
  REFUSED("dpv:ConsentRefused"),
  /** Consent was withdrawn. */
  WITHDRAWN("dpv:ConsentWithdrawn"),
  /** The term of a consent is over. */
  EXPIRED("dpv:ConsentExpired");

  private final String status;

  ReceiptKind(String status) {
    this.status = status;
  }

  /** The status of the consent afterwards, as DPV names it. */
  String status() {
    return status;
  }

  static ReceiptKind of(ConsentEvent event) {
    return switch (event) {
      case ConsentEvent.ConsentGiven given -> GIVEN;
      case ConsentEvent.ConsentRenewed renewed -> RENEWED;
      case ConsentEvent.ConsentRefused refused -> REFUSED;
      case ConsentEvent.ConsentWithdrawn withdrawn -> WITHDRAWN;
      case ConsentEvent.ConsentExpired expired -> EXPIRED;
    };
  }
}
