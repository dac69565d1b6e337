package org.consentledger.core.log;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.log.merkle.Frontier;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.merkle.TileReader;

/**
 * The right edge of the stored tree, in memory: enough to append leaves, to tell which tiles they
 * complete, and to know the root. What it appended is only true once it is stored; until then it
 * must be thrown away with the transaction. It belongs to one thread.
 */
final class GrowingTree {

  private final Hasher hasher = new Hasher();
  private final Frontier frontier;
  private final List<List<Hash>> partialTiles;

  private GrowingTree(Frontier frontier, List<List<Hash>> partialTiles) {
    this.frontier = frontier;
    this.partialTiles = partialTiles;
  }

  /** The tree as it is stored, with that many leaves. */
  static GrowingTree at(long size, TileReader stored) {
    List<List<Hash>> partialTiles = new ArrayList<>();
    for (int level = 0;
        TilePath.fullTiles(level, size) + TilePath.partialWidth(level, size) > 0;
        level++) {
      List<Hash> partial = new ArrayList<>();
      int width = TilePath.partialWidth(level, size);
      if (width > 0) {
        byte[] hashes = stored.hashes(level, TilePath.fullTiles(level, size), width);
        for (int i = 0; i < width; i++) {
          partial.add(Hash.of(hashes, i * Hash.LENGTH));
        }
      }
      partialTiles.add(partial);
    }
    return new GrowingTree(Frontier.of(size, new Proofs(stored).peaks(size)), partialTiles);
  }

  long size() {
    return frontier.size();
  }

  Hash root() {
    return frontier.root();
  }

  /** Appends a leaf with this entry; answers the tiles that it completes, lowest first. */
  List<FullTile> append(byte[] entry) {
    Hash leaf = hasher.leaf(entry);
    frontier.append(leaf);
    List<FullTile> completed = new ArrayList<>();
    Hash hash = leaf;
    for (int level = 0; ; level++) {
      if (level == partialTiles.size()) {
        partialTiles.add(new ArrayList<>());
      }
      List<Hash> tile = partialTiles.get(level);
      tile.add(hash);
      if (tile.size() < TilePath.FULL) {
        return completed;
      }
      byte[] bytes = FullTile.concatenated(tile);
      hash = hasher.root(bytes, 0, TilePath.FULL);
      completed.add(
          new FullTile(level, TilePath.fullTiles(level, frontier.size()) - 1, tile, hash));
      tile.clear();
    }
  }
}
