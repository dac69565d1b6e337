package org.consentledger.api.document;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Under which address people reach the ledger; documents name it, so that it is signed along. */
@Component
public final class PublicAddress {

  private final String address;

  PublicAddress(@Value("${ledger.public-address:http://localhost:8080}") String address) {
    this.address = address.replaceFirst("/+$", "");
  }

  /** The address, without a slash at its end. */
  public String value() {
    return address;
  }
}
