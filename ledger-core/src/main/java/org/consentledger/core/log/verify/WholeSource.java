package org.consentledger.core.log.verify;

import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Pipeline.Unit;
import org.consentledger.core.log.verify.WholeUnit.Part;
import org.jspecify.annotations.Nullable;

/**
 * Divides a whole archive into units: bundle by bundle, with the lines about its leaves. Where a
 * block of lines ends within a bundle, the bundle is divided. Lines about leaves that the tree does
 * not have come with the last bundle.
 */
final class WholeSource implements Pipeline.Source {

  private final Archive archive;
  private final EventLines lines;
  private final KeyedHash keys;
  private final long size;
  private final long bundles;
  private long bundle;
  private long nextLeaf;
  private boolean isBegun;

  /**
   * Units for a tree.
   *
   * @param bundles how many bundles to look for, at most
   */
  WholeSource(Archive archive, EventLines lines, KeyedHash keys, long size, long bundles) {
    this.archive = archive;
    this.lines = lines;
    this.keys = keys;
    this.size = size;
    this.bundles = bundles;
  }

  @Override
  public @Nullable Unit next() {
    if (bundle == bundles) {
      return null;
    }
    TilePath tile = tile();
    long end = tile.index() * TilePath.FULL + tile.width();
    boolean isLast = bundle == bundles - 1;
    LineBatch batch = lines.next(isLast ? Long.MAX_VALUE : end);
    long to = batch.isComplete() ? end : Math.clamp(batch.highestLeaf() + 1, nextLeaf, end);
    Part part = new Part(tile, nextLeaf, to, !isBegun);
    nextLeaf = to;
    isBegun = !batch.isComplete();
    bundle += batch.isComplete() ? 1 : 0;
    return new WholeUnit(archive, part, batch, keys);
  }

  private TilePath tile() {
    boolean isFull = bundle < TilePath.fullTiles(0, size);
    return new TilePath(0, bundle, isFull ? TilePath.FULL : TilePath.partialWidth(0, size));
  }
}
