package org.consentledger.core.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sealer reads and adds. Each statement that adds checks that it did. */
final class StoredLog {

  /** One sealer over all nodes; see also the turn of the appender. */
  private static final long TURN = 4830;

  private final JdbcClient database;

  /** How far the leaves go. */
  record End(long size, long position) {}

  /**
   * A key of the log.
   *
   * @param leafIndex the leaf that tells of it
   */
  record KeyInForce(long leafIndex, VerifierKey key) {}

  StoredLog(JdbcClient database) {
    this.database = database;
  }

  /** Whether it is this node's turn to seal, until its transaction ends. */
  boolean takeTurn() {
    return database
        .sql("select pg_try_advisory_xact_lock(:turn)")
        .param("turn", TURN)
        .query(Boolean.class)
        .single();
  }

  /** Waits for the turn. */
  void awaitTurn() {
    database.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query().singleRow();
  }

  End end() {
    return database
        .sql(
            """
            select coalesce((select max(leaf_index) + 1 from ledger_leaf), 0) as size,
                   coalesce((select max(position) from ledger_leaf), 0) as position
            """)
        .query((row, number) -> new End(row.getLong("size"), row.getLong("position")))
        .single();
  }

  /**
   * Adds leaves from this index on, and the tiles that they complete.
   *
   * @param contents the bytes of each entry
   */
  void add(
      long firstIndex,
      List<? extends LogEntry> entries,
      List<byte[]> contents,
      List<FullTile> tiles) {
    int size = entries.size();
    Long[] indexes = new Long[size];
    @Nullable Long[] positions = new Long[size];
    for (int i = 0; i < size; i++) {
      indexes[i] = firstIndex + i;
      positions[i] = entries.get(i) instanceof EventEntry event ? event.position() : null;
    }
    requireAdded(
        size,
        database
            .sql(
                """
                insert into ledger_leaf (leaf_index, position, entry)
                select * from unnest(:indexes::bigint[], :positions::bigint[], :entries::bytea[])
                """)
            .param("indexes", indexes)
            .param("positions", positions)
            .param("entries", contents.toArray(byte[][]::new))
            .update());
    if (!tiles.isEmpty()) {
      addTiles(tiles);
    }
  }

  private void addTiles(List<FullTile> tiles) {
    requireAdded(
        tiles.size(),
        database
            .sql(
                """
                insert into ledger_tile (level, index, hashes, root)
                select * from unnest(:levels::int[], :indexes::bigint[], :hashes::bytea[], :roots::bytea[])
                """)
            .param("levels", tiles.stream().map(FullTile::level).toArray(Integer[]::new))
            .param("indexes", tiles.stream().map(FullTile::index).toArray(Long[]::new))
            .param("hashes", tiles.stream().map(FullTile::bytes).toArray(byte[][]::new))
            .param("roots", tiles.stream().map(tile -> tile.root().bytes()).toArray(byte[][]::new))
            .update());
  }

  void addKey(long leafIndex, VerifierKey key) {
    requireAdded(
        1,
        database
            .sql("insert into ledger_key (leaf_index, verifier_key) values (:leaf, :key)")
            .param("leaf", leafIndex)
            .param("key", key.toString())
            .update());
  }

  /** All keys of the log, oldest first. */
  List<KeyInForce> keys() {
    return database
        .sql("select leaf_index, verifier_key from ledger_key order by leaf_index")
        .query(
            (row, number) ->
                new KeyInForce(
                    row.getLong("leaf_index"), VerifierKey.parse(row.getString("verifier_key"))))
        .list();
  }

  void addCheckpoint(Checkpoint checkpoint, SignedNote note, Instant signedAt) {
    requireAdded(
        1,
        database
            .sql(
                """
                insert into ledger_checkpoint (size, root, note, signed_at)
                values (:size, :root, :note, :signedAt)
                """)
            .param("size", checkpoint.size())
            .param("root", checkpoint.root().bytes())
            .param("note", note.format())
            .param("signedAt", signedAt.atOffset(ZoneOffset.UTC))
            .update());
  }

  /** The largest checkpoint, if one was signed. */
  Optional<StoredCheckpoint> latestCheckpoint() {
    return database
        .sql("select size, root, note, signed_at from ledger_checkpoint order by size desc limit 1")
        .query((row, number) -> checkpoint(row))
        .optional();
  }

  /** Checkpoints before one, smallest first: those of changes of the key, and one a minute. */
  void earlierCheckpoints(long size, Consumer<StoredCheckpoint> earlier) {
    database
        .sql(
            """
            select size, root, signed_at,
                   note || coalesce((select string_agg(line || chr(10), '' order by received_at)
                                     from ledger_cosignature c where c.size = ledger_checkpoint.size), '') as note
            from ledger_checkpoint
            where size < :size
              and (size in (select leaf_index + 1 from ledger_key)
                   or size in (select max(size) from ledger_checkpoint where size < :size
                               group by date_trunc('minute', signed_at)))
            order by size
            """)
        .param("size", size)
        .query(
            row -> {
              earlier.accept(checkpoint(row));
            });
  }

  /** Checkpoints that are larger than that, smallest first. */
  List<StoredCheckpoint> checkpointsAfter(long size, int limit) {
    return database
        .sql(
            """
            select size, root, note, signed_at from ledger_checkpoint where size > :size order by size limit :limit
            """)
        .param("size", size)
        .param("limit", limit)
        .query((row, number) -> checkpoint(row))
        .list();
  }

  private static StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
    return new StoredCheckpoint(
        row.getLong("size"),
        Hash.of(row.getBytes("root")),
        SignedNote.parse(row.getString("note")),
        row.getObject("signed_at", OffsetDateTime.class).toInstant());
  }

  private static void requireAdded(int expected, int added) {
    if (added != expected) {
      throw new IllegalStateException(added + " rows were added instead of " + expected + ".");
    }
  }
}
