package org.consentledger.core.log.verify;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.consentledger.core.log.merkle.Hasher;

/**
 * Short stand-ins for identifiers, so that they fit into tables. The seed is another one in each
 * run: nobody can prepare an archive in which two of them meet. An instance belongs to one thread.
 */
final class KeyedHash {

  private static final int SEED_LENGTH = 32;

  private final MessageDigest digest = Hasher.sha256();
  private final byte[] seed;

  private KeyedHash(byte[] seed) {
    this.seed = seed;
  }

  static KeyedHash random() {
    byte[] seed = new byte[SEED_LENGTH];
    new SecureRandom().nextBytes(seed);
    return new KeyedHash(seed);
  }

  /** One with the same seed, for another thread. */
  KeyedHash copy() {
    return new KeyedHash(seed);
  }

  long of(GrowingBytes first, GrowingBytes second) {
    digest.update(seed);
    digest.update(first.array(), 0, first.length());
    digest.update((byte) 0);
    digest.update(second.array(), 0, second.length());
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  long of(GrowingBytes text, long number) {
    digest.update(seed);
    digest.update(text.array(), 0, text.length());
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
