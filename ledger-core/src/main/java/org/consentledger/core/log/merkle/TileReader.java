package org.consentledger.core.log.merkle;

/** Where tiles of hashes come from. */
@FunctionalInterface
public interface TileReader {

  /**
   * The hashes of a tile, one after the other.
   *
   * @param width how many hashes are needed of it, from the first; 256 for a full tile. A wider
   *     tile may be given.
   */
  byte[] hashes(int level, long tileIndex, int width);
}
