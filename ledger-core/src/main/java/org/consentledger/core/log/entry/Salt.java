package org.consentledger.core.log.entry;

import java.security.SecureRandom;

/** The salt of one event's commitments: 32 random bytes that nobody can guess. */
public final class Salt {

  private final byte[] bytes;

  private Salt(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new salt. */
  public static Salt random(SecureRandom random) {
    byte[] bytes = new byte[Commitment.SALT_LENGTH];
    random.nextBytes(bytes);
    return new Salt(bytes);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
