package org.consentledger.api.mail.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter as it lies in a mailbox. */
final class Delivered {

  private final byte[] bytes;
  private final boolean whole;
  private final @Nullable Instant receivedAt;

  /**
   * Takes what was read.
   *
   * @param whole whether that is all of it
   * @param receivedAt when the server received it, if it says so
   */
  Delivered(byte[] bytes, boolean whole, @Nullable Instant receivedAt) {
    this.bytes = bytes;
    this.whole = whole;
    this.receivedAt = receivedAt;
  }

  /** What was read of it; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  boolean isWhole() {
    return whole;
  }

  @Nullable Instant receivedAt() {
    return receivedAt;
  }
}
