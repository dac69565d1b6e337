package org.consentledger.core.log.verify;

import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;

/** Hashes that stand one after the other, as in a tile. */
final class HashRow {

  private final byte[] bytes;

  HashRow(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  Hash get(int index) {
    return Hash.of(bytes, index * Hash.LENGTH);
  }

  /** The root of the complete subtree over all of them. */
  Hash root(Hasher hasher) {
    return hasher.root(bytes, 0, bytes.length / Hash.LENGTH);
  }
}
