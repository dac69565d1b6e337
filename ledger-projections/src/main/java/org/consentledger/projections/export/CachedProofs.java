package org.consentledger.projections.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.merkle.TileReader;

/** Proofs for many events of one tree: neighbours share their tiles, so some are kept. */
final class CachedProofs {

  private static final int MOST_TILES = 64;

  private final Proofs proofs;
  private final long size;

  CachedProofs(TileReader tiles, long size) {
    Kept kept = new Kept();
    this.size = size;
    this.proofs =
        new Proofs(
            (level, index, width) ->
                kept.computeIfAbsent(
                    new TilePath(level, index, width),
                    path -> tiles.hashes(path.level(), path.index(), path.width())));
  }

  List<Hash> inclusion(long leaf) {
    return proofs.inclusion(leaf, size);
  }

  /** The tiles that were used last. */
  private static final class Kept extends LinkedHashMap<TilePath, byte[]> {
    private static final long serialVersionUID = 1L;

    Kept() {
      super(MOST_TILES, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
      return size() > MOST_TILES;
    }
  }
}
