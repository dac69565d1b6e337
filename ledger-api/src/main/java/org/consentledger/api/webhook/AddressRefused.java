package org.consentledger.api.webhook;

import java.io.Serial;
import java.net.UnknownHostException;

/** A name leads to an address that may not be called. Neither is named: they are configuration. */
final class AddressRefused extends UnknownHostException {
  @Serial private static final long serialVersionUID = 1L;
}
