package org.consentledger.core.log;

import java.util.List;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.TilePath;

/**
 * A tile that will never change again.
 *
 * @param hashes all 256 of its hashes
 * @param root the root over them, which is a hash of the tile above
 */
record FullTile(int level, long index, List<Hash> hashes, Hash root) {

  /** Copies the list. */
  FullTile {
    hashes = List.copyOf(hashes);
    if (hashes.size() != TilePath.FULL) {
      throw new IllegalArgumentException("A full tile has 256 hashes, not " + hashes.size() + ".");
    }
  }

  byte[] bytes() {
    return concatenated(hashes);
  }

  static byte[] concatenated(List<Hash> hashes) {
    byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      hashes.get(i).copyTo(bytes, i * Hash.LENGTH);
    }
    return bytes;
  }
}
