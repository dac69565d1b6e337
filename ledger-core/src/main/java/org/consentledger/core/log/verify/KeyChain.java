package org.consentledger.core.log.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.GenesisEntry;
import org.consentledger.core.log.entry.KeyRotationEntry;
import org.consentledger.core.log.note.VerifierKey;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Outcome.Other;

/**
 * The keys of a log, oldest first, and the leaves by which one gave way to the next. Up to the leaf
 * of its rotation a key signs alone; the checkpoint that ends with that leaf has to be there and is
 * signed by both, for it is how the old key vouches for the new.
 */
final class KeyChain {

  private final List<Rotation> rotations = new ArrayList<>();
  private final List<VerifierKey> keys;
  private final String origin;
  private final Findings findings;
  private boolean hasGenesis;
  private boolean isIncomplete;
  private boolean goesOnFromAnotherLog;

  private static final class Rotation {
    private final long leaf;
    private boolean isVouchedFor;

    Rotation(long leaf) {
      this.leaf = leaf;
    }
  }

  KeyChain(List<VerifierKey> keys, String origin, Findings findings) {
    this.keys = List.copyOf(keys);
    this.origin = origin;
    this.findings = findings;
  }

  /** Whether the log goes on from another one, as its genesis says. */
  boolean goesOnFromAnotherLog() {
    return goesOnFromAnotherLog;
  }

  /** Takes a leaf that stands for no event; leaves come in their order. */
  void take(Other other) {
    switch (other.entry()) {
      case GenesisEntry genesis when other.leaf() == 0 -> begin(genesis);
      case KeyRotationEntry rotation -> rotate(other.leaf(), rotation);
      case GenesisEntry late ->
          findings.add(Code.ENTRY, "leaf " + other.leaf() + ": a log begins only once");
      case EventEntry event ->
          throw new IllegalArgumentException("An event is none of the others.");
    }
  }

  /** After leaves that could not be read: a rotation may be among them. */
  void giveUp() {
    isIncomplete = true;
  }

  /** Checks who signed a checkpoint, after all leaves under it were taken. */
  void check(Stated stated) {
    if (isIncomplete) {
      return;
    }
    long size = stated.checkpoint().size();
    int current = (int) rotations.stream().filter(it -> it.leaf < size).count();
    boolean isSigned = isSigned(stated, current);
    if (current > 0 && rotations.get(current - 1).leaf == size - 1) {
      isSigned &= isSigned(stated, current - 1);
      rotations.get(current - 1).isVouchedFor |= isSigned;
    }
    if (!isSigned) {
      findings.add(
          Code.SIGNATURE,
          stated.place() + ": size " + size + " is not signed by the key of that time");
    }
  }

  /** After all leaves and checkpoints. */
  void finish() {
    if (isIncomplete) {
      return;
    }
    if (!hasGenesis) {
      findings.add(Code.ENTRY, "leaf 0: it is no genesis");
    }
    if (keys.size() != rotations.size() + 1) {
      findings.add(
          Code.KEY,
          "vkeys: " + keys.size() + " keys, but " + rotations.size() + " rotations in the tree");
    }
    for (Rotation rotation : rotations) {
      if (!rotation.isVouchedFor) {
        findings.add(
            Code.KEY,
            "leaf "
                + rotation.leaf
                + ": no checkpoint of size "
                + (rotation.leaf + 1)
                + " with both keys shows that the old one gave way");
      }
    }
  }

  private void begin(GenesisEntry genesis) {
    hasGenesis = true;
    goesOnFromAnotherLog = genesis.previousOrigin().isPresent();
    if (!genesis.origin().equals(origin)) {
      findings.add(Code.ENTRY, "leaf 0: the genesis is of another log, " + genesis.origin());
    }
    if (!key(0).equals(Optional.of(genesis.verifierKey()))) {
      findings.add(Code.KEY, "leaf 0: the key of the genesis is not the first of vkeys");
    }
  }

  private void rotate(long leaf, KeyRotationEntry rotation) {
    int before = rotations.size();
    if (!key(before).equals(Optional.of(rotation.oldKey()))
        || !key(before + 1).equals(Optional.of(rotation.newKey()))) {
      findings.add(Code.KEY, "leaf " + leaf + ": the keys of the rotation do not follow in vkeys");
    }
    if (before < keys.size()) {
      rotations.add(new Rotation(leaf));
    }
  }

  private boolean isSigned(Stated stated, int index) {
    return key(index).map(stated.signers()::contains).orElse(false);
  }

  private Optional<VerifierKey> key(int index) {
    return IntStream.range(index, keys.size()).mapToObj(keys::get).findFirst();
  }
}
