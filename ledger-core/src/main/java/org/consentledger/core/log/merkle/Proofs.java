package org.consentledger.core.log.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Roots and proofs of RFC 6962, section 2.1, out of the tiles of a log. Of each tile that an answer
 * needs, one fetch is made.
 */
public final class Proofs {

  private final TileReader tiles;

  /** Proofs out of these tiles. */
  public Proofs(TileReader tiles) {
    this.tiles = tiles;
  }

  /** The root of the tree of that size. */
  public Hash root(long size) {
    return size == 0 ? new Hasher().emptyRoot() : new Subtrees(tiles, size).root(0, size);
  }

  /** What a {@link Frontier} of that size begins with. */
  public List<Hash> peaks(long size) {
    return new Subtrees(tiles, size).peaks(0, size);
  }

  /**
   * The proof that a leaf is in the tree of that size: the hashes from the leaf's sibling up to the
   * root's child.
   *
   * @throws IllegalArgumentException if the tree has no such leaf
   */
  public List<Hash> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("A tree of size " + size + " has no leaf " + index + ".");
    }
    Subtrees subtrees = new Subtrees(tiles, size);
    List<Hash> fromRoot = new ArrayList<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + leftLeaves(end - start);
      if (index < middle) {
        fromRoot.add(subtrees.root(middle, end));
        end = middle;
      } else {
        fromRoot.add(subtrees.root(start, middle));
        start = middle;
      }
    }
    Collections.reverse(fromRoot);
    return fromRoot;
  }

  /**
   * The proof that the tree of the newer size begins with the tree of the older. It is empty where
   * the sizes are the same, and where the older tree is: every tree begins with nothing.
   *
   * @throws IllegalArgumentException if the older size is negative or larger than the newer
   */
  public List<Hash> consistency(long older, long newer) {
    if (older < 0 || older > newer) {
      throw new IllegalArgumentException(
          "A tree of size " + newer + " has none of size " + older + " in it.");
    }
    if (older == 0 || older == newer) {
      return List.of();
    }
    Subtrees subtrees = new Subtrees(tiles, newer);
    List<Hash> fromRoot = new ArrayList<>();
    long start = 0;
    long end = newer;
    while (end != older) {
      long middle = start + leftLeaves(end - start);
      if (older <= middle) {
        fromRoot.add(subtrees.root(middle, end));
        end = middle;
      } else {
        fromRoot.add(subtrees.root(start, middle));
        start = middle;
      }
    }
    if (start > 0) {
      // The older root is known to who asks; a part of it is not.
      fromRoot.add(subtrees.root(start, end));
    }
    Collections.reverse(fromRoot);
    return fromRoot;
  }

  /** The largest power of two below the number of leaves. */
  private static long leftLeaves(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
