package org.consentledger.core.log.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks proofs as RFC 9162 does in sections 2.1.3.2 and 2.1.4.2. A proof with a hash too many or
 * too few is wrong, as is one with a hash that differs. An instance belongs to one thread.
 */
public final class ProofVerifier {

  private final Hasher hasher = new Hasher();

  /**
   * Whether the proof shows that the leaf is in the tree.
   *
   * @param index the leaf's index, from 0
   * @param size how many leaves the tree has
   */
  public boolean verifyInclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    Walk walk = new Walk(index, size - 1);
    Hash reached = leaf;
    for (Hash sibling : proof) {
      if (walk.isAtRoot()) {
        return false;
      }
      if (walk.siblingIsLeft()) {
        reached = hasher.node(sibling, reached);
        walk.skipRowsWithoutSibling();
      } else {
        reached = hasher.node(reached, sibling);
      }
      walk.up();
    }
    return walk.isAtRoot() && reached.equals(root);
  }

  /**
   * Whether the proof shows that the newer tree begins with the older. For equal sizes and for an
   * older tree without leaves, that is an empty proof and the right roots.
   */
  public boolean verifyConsistency(
      long older, long newer, Hash olderRoot, Hash newerRoot, List<Hash> proof) {
    if (older < 0 || older > newer) {
      return false;
    }
    if (older == newer) {
      return proof.isEmpty() && olderRoot.equals(newerRoot);
    }
    if (older == 0) {
      return proof.isEmpty() && olderRoot.equals(hasher.emptyRoot());
    }
    return !proof.isEmpty() && walkFromOlder(older, newer, olderRoot, newerRoot, proof);
  }

  private boolean walkFromOlder(
      long older, long newer, Hash olderRoot, Hash newerRoot, List<Hash> proof) {
    List<Hash> path = new ArrayList<>(proof);
    if (Long.bitCount(older) == 1) {
      path.addFirst(olderRoot);
    }
    Walk walk = new Walk(older - 1, newer - 1);
    walk.skipCompleteSubtree();
    Hash reachedOlder = path.getFirst();
    Hash reachedNewer = path.getFirst();
    for (Hash sibling : path.subList(1, path.size())) {
      if (walk.isAtRoot()) {
        return false;
      }
      if (walk.siblingIsLeft()) {
        reachedOlder = hasher.node(sibling, reachedOlder);
        reachedNewer = hasher.node(sibling, reachedNewer);
        walk.skipRowsWithoutSibling();
      } else {
        reachedNewer = hasher.node(reachedNewer, sibling);
      }
      walk.up();
    }
    return walk.isAtRoot() && reachedOlder.equals(olderRoot) && reachedNewer.equals(newerRoot);
  }

  /** A way up the tree, by the index of the node it is at and that of the last one in its row. */
  private static final class Walk {

    private long node;
    private long last;

    Walk(long node, long last) {
      this.node = node;
      this.last = last;
    }

    boolean isAtRoot() {
      return last == 0;
    }

    boolean siblingIsLeft() {
      return (node & 1) == 1 || node == last;
    }

    void skipRowsWithoutSibling() {
      while ((node & 1) == 0 && node != 0) {
        up();
      }
    }

    void skipCompleteSubtree() {
      while ((node & 1) == 1) {
        up();
      }
    }

    void up() {
      node >>>= 1;
      last >>>= 1;
    }
  }
}
