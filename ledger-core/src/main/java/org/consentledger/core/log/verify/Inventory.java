package org.consentledger.core.log.verify;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Manifest.Kind;

/**
 * Which files an archive has. Tiles and time stamps may be there only as they should be; a file
 * that the format does not know, such as a page for the reader, is passed over.
 */
final class Inventory {

  private static final String TILES = "tile/";
  private static final List<String> ALWAYS =
      List.of(
          Manifest.FILE,
          Head.CHECKPOINT,
          Head.KEYS,
          Head.KEY,
          EarlierCheckpoints.FILE,
          EventLines.FILE);

  private final TimeStamps timeStamps = new TimeStamps();
  private final Set<String> seen = new HashSet<>();
  private final long size;
  private final Kind kind;
  private final Findings findings;
  private long bytes;
  private long tiles;
  private long bundles;

  private Inventory(long size, Kind kind, Findings findings) {
    this.size = size;
    this.kind = kind;
    this.findings = findings;
  }

  /** Looks through an archive whose checkpoint has that size. */
  static Inventory of(Archive archive, long size, Kind kind, Findings findings) throws IOException {
    Inventory inventory = new Inventory(size, kind, findings);
    archive.visit(inventory::take);
    inventory.finish();
    return inventory;
  }

  /** Whether the format knows a file of that name. */
  static boolean isKnown(String name) {
    return name.startsWith(TILES) || TimeStamps.isOne(name) || ALWAYS.contains(name);
  }

  /** Makes a finding of each file that every archive has, and this one has not. */
  static void findMissing(Archive archive, Findings findings) {
    ALWAYS.stream()
        .filter(name -> !archive.has(name))
        .forEach(name -> findings.add(Code.FILE, name + " is missing"));
  }

  /** How many bytes all files have together, unpacked. */
  long bytes() {
    return bytes;
  }

  /** How many bundles of entries the tree's size asks for and are there. */
  long bundles() {
    return bundles;
  }

  TimeStamps timeStamps() {
    return timeStamps;
  }

  private void take(String name, long length) {
    bytes += length;
    if (name.startsWith(TILES)) {
      takeTile(name);
    } else if (TimeStamps.isOne(name)) {
      timeStamps.add(name, findings);
    } else if (ALWAYS.contains(name) && !seen.add(name)) {
      findings.add(Code.FILE, name + " is there twice");
    }
  }

  private void takeTile(String name) {
    if (kind == Kind.WHOLE && isNeeded(name)) {
      tiles++;
      bundles += TilePath.parse(name).isEntries() ? 1 : 0;
    } else {
      findings.add(Code.FILE, name + " is no tile of this archive");
    }
  }

  private boolean isNeeded(String name) {
    try {
      return TilePath.parse(name).isPartOf(size);
    } catch (IllegalArgumentException noTile) {
      return false;
    }
  }

  private void finish() {

    // That one is missing, whoever needs it will say; all that are there are needed.
    if (kind == Kind.WHOLE && tiles > needed()) {
      findings.add(Code.FILE, "a tile is there twice");
    }
    timeStamps.checkPairs(findings);
  }

  private long needed() {
    long needed = 0;
    for (int level = TilePath.ENTRIES; level <= TilePath.HEIGHT; level++) {
      needed += TilePath.fullTiles(level, size) + (TilePath.partialWidth(level, size) > 0 ? 1 : 0);
    }
    return needed;
  }
}
