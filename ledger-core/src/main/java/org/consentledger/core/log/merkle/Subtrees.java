package org.consentledger.core.log.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots of subtrees of one tree, out of its tiles. Each tile is fetched once and kept as long as
 * this object, which is that of one question.
 */
final class Subtrees {

  private final Hasher hasher = new Hasher();
  private final Map<TilePath, byte[]> fetched = new HashMap<>();
  private final TileReader tiles;
  private final long size;

  Subtrees(TileReader tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /** The root over the leaves from start until before end; start is where such a subtree begins. */
  Hash root(long start, long end) {
    List<Hash> peaks = peaks(start, end);
    Hash root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = hasher.node(peaks.get(i), root);
    }
    return root;
  }

  /** The roots of the complete subtrees that these leaves fall into, largest first. */
  List<Hash> peaks(long start, long end) {
    List<Hash> peaks = new ArrayList<>();
    long from = start;
    while (from < end) {
      int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - from);
      peaks.add(complete(height, from >>> height));
      from += 1L << height;
    }
    return peaks;
  }

  /** The root of the complete subtree of that height and index. */
  private Hash complete(int height, long index) {
    int level = height / TilePath.HEIGHT;
    int count = 1 << (height % TilePath.HEIGHT);
    long first = index * count;
    byte[] tile = tile(level, first / TilePath.FULL);
    return hasher.root(tile, (int) (first % TilePath.FULL) * Hash.LENGTH, count);
  }

  private byte[] tile(int level, long index) {
    boolean full = index < TilePath.fullTiles(level, size);
    int width = full ? TilePath.FULL : TilePath.partialWidth(level, size);
    return fetched.computeIfAbsent(new TilePath(level, index, width), this::fetch);
  }

  private byte[] fetch(TilePath tile) {
    byte[] hashes = tiles.hashes(tile.level(), tile.index(), tile.width());
    if (hashes.length < tile.width() * Hash.LENGTH) {
      throw new IllegalStateException(tile + " holds fewer hashes than its width.");
    }
    return hashes;
  }
}
