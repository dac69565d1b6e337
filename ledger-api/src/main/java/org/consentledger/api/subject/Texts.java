package org.consentledger.api.subject;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consentledger.core.personaldata.Deposit;
import org.jspecify.annotations.Nullable;

/** Free text, which never stands in an event: it is sealed, and the event holds where. */
final class Texts {

  private Texts() {}

  static @Nullable UUID seal(@Nullable String text, Deposit deposit) {
    return text == null ? null : sealPresent(text, deposit);
  }

  static UUID sealPresent(String text, Deposit deposit) {
    return deposit.document(text.getBytes(StandardCharsets.UTF_8));
  }
}
