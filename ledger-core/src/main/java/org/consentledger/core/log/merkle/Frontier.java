package org.consentledger.core.log.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, largest first, one for each
 * bit that is set in its size. That is all it takes to append and to know the root. An instance
 * belongs to one thread.
 */
public final class Frontier {

  private final Hasher hasher = new Hasher();
  private final List<Hash> peaks;
  private long size;

  private Frontier(long size, List<Hash> peaks) {
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  /** The frontier of the tree without leaves. */
  public static Frontier empty() {
    return new Frontier(0, List.of());
  }

  /**
   * The frontier of a tree that stands already.
   *
   * @param size how many leaves it has
   * @param peaks the roots of its complete subtrees, largest first; see {@link Proofs#peaks}
   * @throws IllegalArgumentException if a tree of that size has another number of them
   */
  public static Frontier of(long size, List<Hash> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "A tree of size " + size + " has not " + peaks.size() + " complete subtrees.");
    }
    return new Frontier(size, peaks);
  }

  /** A frontier that goes on from here by itself. */
  public Frontier copy() {
    return new Frontier(size, peaks);
  }

  /** How many leaves the tree has. */
  public long size() {
    return size;
  }

  /** The roots of the complete subtrees, largest first. */
  public List<Hash> peaks() {
    return List.copyOf(peaks);
  }

  /** Adds a leaf by its hash. */
  public void append(Hash leaf) {
    append(leaf, 0);
  }

  /**
   * Adds a complete subtree by its root.
   *
   * @param height the subtree has 2^height leaves
   * @throws IllegalArgumentException if a complete subtree of that height cannot begin here
   */
  public void append(Hash root, int height) {
    long leaves = 1L << height;
    if ((size & (leaves - 1)) != 0) {
      throw new IllegalArgumentException(
          "After " + size + " leaves no complete subtree of height " + height + " can begin.");
    }
    Hash merged = root;
    for (long rest = size >>> height; (rest & 1) == 1; rest >>>= 1) {
      merged = hasher.node(peaks.removeLast(), merged);
    }
    peaks.add(merged);
    size += leaves;
  }

  /** The root of the tree as it is now. */
  public Hash root() {
    if (size == 0) {
      return hasher.emptyRoot();
    }
    Hash root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = hasher.node(peaks.get(i), root);
    }
    return root;
  }
}
