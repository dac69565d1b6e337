package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Outcome.Leaves;
import org.consentledger.core.log.verify.Outcome.Other;

/** Hashes the entries of a bundle, compares the tile above them, and reads what is no event. */
final class BundleCheck {

  private static final byte[] EVENT = "{\"agg\":".getBytes(StandardCharsets.US_ASCII);

  private final Archive archive;
  private final TilePath tile;
  private final Findings findings;

  /** A check of the bundle below this tile of level 0. */
  BundleCheck(Archive archive, TilePath tile, Findings findings) {
    this.archive = archive;
    this.tile = tile;
    this.findings = findings;
  }

  /** Without a bundle, the tile is taken at its word: the bundle's absence is a finding already. */
  Leaves leaves(Optional<Bundle> bundle) {
    long start = tile.index() * TilePath.FULL;
    Optional<HashRow> stated = readTile();
    if (bundle.isEmpty()) {
      return new Leaves(start, tile.width(), stated, false, List.of());
    }
    byte[] hashes = hashes(bundle.get());
    stated.ifPresent(row -> compare(hashes, row.bytes(), start));
    Optional<HashRow> computed = Optional.of(new HashRow(hashes));
    return new Leaves(start, tile.width(), computed, true, others(bundle.get(), start));
  }

  /** Whether an entry, as it begins, stands for an event. */
  static boolean isEvent(byte[] bytes, int from, int to) {
    int end = from + EVENT.length;
    return end <= to && Arrays.equals(bytes, from, end, EVENT, 0, EVENT.length);
  }

  private static byte[] hashes(Bundle bundle) {
    Hasher hasher = new Hasher();
    byte[] hashes = new byte[bundle.count() * Hash.LENGTH];
    for (int i = 0; i < bundle.count(); i++) {
      int length = bundle.to(i) - bundle.from(i);
      hasher.leaf(bundle.bytes(), bundle.from(i), length, hashes, i * Hash.LENGTH);
    }
    return hashes;
  }

  private Optional<HashRow> readTile() {
    try {
      byte[] hashes = archive.read(tile.toString(), TilePath.FULL * Hash.LENGTH);
      if (hashes.length == tile.width() * Hash.LENGTH) {
        return Optional.of(new HashRow(hashes));
      }
      findings.add(Code.TILE, tile + " has " + hashes.length + " bytes");
    } catch (NoSuchFileException missing) {
      findings.add(Code.FILE, tile + " is missing");
    } catch (IOException unreadable) {
      findings.add(Code.ARCHIVE, tile + " cannot be read: " + unreadable.getMessage());
    }
    return Optional.empty();
  }

  private void compare(byte[] hashes, byte[] stated, long start) {
    int at = Arrays.mismatch(hashes, stated);
    while (at >= 0) {
      int index = at / Hash.LENGTH;
      findings.add(
          Code.ENTRY, "leaf " + (start + index) + ": its entry has another hash than in " + tile);
      int next = (index + 1) * Hash.LENGTH;
      int more = Arrays.mismatch(hashes, next, hashes.length, stated, next, stated.length);
      at = more < 0 ? more : next + more;
    }
  }

  private List<Other> others(Bundle bundle, long start) {
    List<Other> others = new ArrayList<>();
    for (int i = 0; i < bundle.count(); i++) {
      if (!isEvent(bundle.bytes(), bundle.from(i), bundle.to(i))) {
        parse(bundle, i, start + i).ifPresent(others::add);
      }
    }
    return others;
  }

  private Optional<Other> parse(Bundle bundle, int index, long leaf) {
    byte[] bytes = Arrays.copyOfRange(bundle.bytes(), bundle.from(index), bundle.to(index));
    try {
      LogEntry entry = LogEntry.parse(bytes);
      return entry instanceof EventEntry ? Optional.empty() : Optional.of(new Other(leaf, entry));
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.ENTRY, "leaf " + leaf + ": " + malformed.getMessage());
      return Optional.empty();
    }
  }
}
