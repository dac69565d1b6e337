package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Finding.Code;

/** Recomputes the tiles of level 1 and above and compares those in the archive. */
final class UpperTiles {

  private final Hasher hasher = new Hasher();
  private final List<Level> levels = new ArrayList<>();
  private final Archive archive;
  private final Findings findings;

  /** The tile at the end of a level, as far as it is known. */
  private static final class Level {
    private final byte[] hashes = new byte[TilePath.FULL * Hash.LENGTH];
    private long index;
    private int width;
  }

  UpperTiles(Archive archive, Findings findings) {
    this.archive = archive;
    this.findings = findings;
  }

  /** Takes the root of the next full tile of level 0. */
  void add(Hash root) {
    add(1, root);
  }

  /** After the last tile of level 0: compares those that are not full. */
  void finish() {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).width > 0) {
        compare(i + 1, levels.get(i));
      }
    }
  }

  private void add(int number, Hash hash) {
    if (levels.size() < number) {
      levels.add(new Level());
    }
    Level level = levels.get(number - 1);
    hash.copyTo(level.hashes, level.width * Hash.LENGTH);
    level.width++;
    if (level.width == TilePath.FULL) {
      compare(number, level);
      level.index++;
      level.width = 0;
      add(number + 1, hasher.root(level.hashes, 0, TilePath.FULL));
    }
  }

  private void compare(int number, Level level) {
    TilePath tile = new TilePath(number, level.index, level.width);
    byte[] expected = Arrays.copyOf(level.hashes, level.width * Hash.LENGTH);
    try {
      byte[] stated = archive.read(tile.toString(), TilePath.FULL * Hash.LENGTH);
      int at = Arrays.mismatch(expected, stated);
      if (at >= 0) {
        findings.add(Code.TILE, tile + ": hash " + at / Hash.LENGTH + " is not the one recomputed");
      }
    } catch (NoSuchFileException missing) {
      findings.add(Code.FILE, tile + " is missing");
    } catch (IOException unreadable) {
      findings.add(Code.ARCHIVE, tile + " cannot be read: " + unreadable.getMessage());
    }
  }
}
