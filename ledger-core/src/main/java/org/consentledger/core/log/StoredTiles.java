package org.consentledger.core.log;

import java.util.List;
import org.consentledger.core.log.merkle.EntryBundle;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.merkle.TileReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tiles out of the database. Full ones are stored as they are; the hashes of a partial one are
 * those of its leaves, or the roots of the tiles below it.
 */
final class StoredTiles implements TileReader {

  private final JdbcClient database;

  StoredTiles(JdbcClient database) {
    this.database = database;
  }

  @Override
  public byte[] hashes(int level, long tileIndex, int width) {
    if (width == TilePath.FULL) {
      return database
          .sql("select hashes from ledger_tile where level = :level and index = :index")
          .param("level", level)
          .param("index", tileIndex)
          .query(byte[].class)
          .optional()
          .orElseThrow(() -> missing(level, tileIndex, width, 0));
    }
    long first = tileIndex * TilePath.FULL;
    List<Hash> hashes = level == 0 ? leaves(first, width) : roots(level - 1, first, width);
    if (hashes.size() != width) {
      throw missing(level, tileIndex, width, hashes.size());
    }
    return FullTile.concatenated(hashes);
  }

  private static LogUnusable missing(int level, long tileIndex, int width, int stored) {
    return new LogUnusable(
        "Of "
            + new TilePath(level, tileIndex, width)
            + " only "
            + stored
            + " hashes are stored: history was changed. Compare the database with an export"
            + " ('ledger verify') and restore what was signed.");
  }

  private List<Hash> leaves(long first, int width) {
    Hasher hasher = new Hasher();
    return entries(first, width).stream().map(hasher::leaf).toList();
  }

  private List<Hash> roots(int level, long first, int width) {
    return database
        .sql(
            """
            select root from ledger_tile where level = :level and index >= :first and index < :end order by index
            """)
        .param("level", level)
        .param("first", first)
        .param("end", first + width)
        .query((row, number) -> Hash.of(row.getBytes("root")))
        .list();
  }

  /** The entries of so many leaves, as they were sealed. */
  List<byte[]> entries(long first, int count) {
    return database
        .sql(
            """
            select entry from ledger_leaf where leaf_index >= :first and leaf_index < :end order by leaf_index
            """)
        .param("first", first)
        .param("end", first + count)
        .query((row, number) -> row.getBytes("entry"))
        .list();
  }

  /** What is served under a path: a tile of hashes, or a bundle of entries. */
  byte[] content(TilePath path) {
    return path.isEntries()
        ? EntryBundle.encode(entries(path.index() * TilePath.FULL, path.width()))
        : hashes(path.level(), path.index(), path.width());
  }
}
