package org.consentledger.core.log.verify;

import java.util.Optional;
import org.consentledger.core.log.merkle.Frontier;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Outcome.Leaves;

/**
 * Grows the tree again, bundle by bundle, and looks at its root wherever somebody stated one. Once
 * hashes are missing, no later root can be known.
 */
final class TreeCheck {

  private final Hasher hasher = new Hasher();
  private final Frontier frontier = Frontier.empty();
  private final UpperTiles upperTiles;
  private final StatedCheckpoints stated;
  private final KeyChain keys;
  private final Findings findings;
  private boolean isBroken;

  TreeCheck(UpperTiles upperTiles, StatedCheckpoints stated, KeyChain keys, Findings findings) {
    this.upperTiles = upperTiles;
    this.stated = stated;
    this.keys = keys;
    this.findings = findings;
  }

  void append(Leaves leaves) {
    leaves.others().forEach(keys::take);
    if (!leaves.isRead()) {
      keys.giveUp();
    }
    isBroken |= leaves.hashes().isEmpty();
    if (!isBroken) {
      leaves.hashes().ifPresent(hashes -> append(leaves, hashes));
    }
  }

  /** After the last leaf: what is stated of larger trees cannot be so. */
  void finish(long size) {
    if (isBroken || frontier.size() < size) {
      findings.add(
          Code.ROOT, "leaves are missing from " + frontier.size() + " on: no root can be known");
    } else {
      upperTiles.finish();
    }
    for (Optional<Stated> next = next(); next.isPresent(); next = next()) {
      keys.check(next.get());
      if (next.get().checkpoint().size() > size) {
        findings.add(Code.CONSISTENCY, next.get().place() + ": the log has had a larger size");
      }
    }
    keys.finish();
  }

  private Optional<Stated> next() {
    return stated.next(Long.MAX_VALUE);
  }

  private void append(Leaves leaves, HashRow hashes) {
    compareRoots(leaves, hashes);
    if (leaves.count() == TilePath.FULL) {
      Hash root = hashes.root(hasher);
      frontier.append(root, TilePath.HEIGHT);
      upperTiles.add(root);
    } else {
      append(frontier, hashes, 0, leaves.count());
    }
  }

  private void compareRoots(Leaves leaves, HashRow hashes) {
    long end = leaves.start() + leaves.count();
    Optional<Stated> next = stated.next(end);
    if (next.isEmpty()) {
      return;
    }
    Frontier probe = frontier.copy();
    for (; next.isPresent(); next = stated.next(end)) {
      int count = (int) (next.get().checkpoint().size() - leaves.start());
      append(probe, hashes, (int) (probe.size() - leaves.start()), count);
      compare(next.get(), probe.root());
    }
  }

  private void compare(Stated next, Hash root) {
    keys.check(next);
    if (!next.checkpoint().root().equals(root)) {
      String difference = next.place() + ": size " + next.checkpoint().size() + " has another root";
      findings.add(
          next.from() == Stated.Origin.ARCHIVE ? Code.ROOT : Code.CONSISTENCY,
          difference + " than the one recomputed");
    }
  }

  private static void append(Frontier grown, HashRow hashes, int from, int to) {
    for (int i = from; i < to; i++) {
      grown.append(hashes.get(i));
    }
  }
}
