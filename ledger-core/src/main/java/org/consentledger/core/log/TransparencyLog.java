package org.consentledger.core.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.consentledger.core.log.merkle.CanonicalBase64;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.merkle.TileReader;
import org.consentledger.core.log.note.LogProof;
import org.consentledger.core.log.note.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log tells others: checkpoints, keys, tiles and proofs. Only what was signed is told. */
public final class TransparencyLog {

  private final JdbcClient database;
  private final StoredLog log;
  private final StoredTiles tiles;

  /** The leaf of an event; its entry as base 64. */
  private record Leaf(long index, String entry) {}

  /** Tells of the log in this database. */
  public TransparencyLog(JdbcClient database) {
    this.database = database;
    this.log = new StoredLog(database);
    this.tiles = new StoredTiles(database);
  }

  /** The newest checkpoint, with the cosignatures that are known; empty before the first. */
  public Optional<StoredCheckpoint> checkpoint() {
    return new Vouchers(database)
        .newest()
        .map(
            newest ->
                new StoredCheckpoint(
                    newest.size(),
                    newest.signed().root(),
                    newest.note(),
                    newest.signed().signedAt()));
  }

  /**
   * The proof that the tree of the newer size begins with that of the older; see {@link Proofs}.
   */
  public List<Hash> consistency(long older, long newer) {
    return new Proofs(tiles).consistency(older, newer);
  }

  /** The verifier keys of the log, oldest first; the last is in force. */
  public List<VerifierKey> keys() {
    return log.keys().stream().map(StoredLog.KeyInForce::key).toList();
  }

  /**
   * A tile of hashes or a bundle of entries, if all of it is under the newest checkpoint. Of a
   * partial tile any width is given that was full at some size.
   */
  public Optional<byte[]> tile(TilePath path) {
    long size = log.latestCheckpoint().map(StoredCheckpoint::size).orElse(0L);
    int level = path.isEntries() ? 0 : path.level();
    long hashes = level * TilePath.HEIGHT < Long.SIZE ? size >>> (level * TilePath.HEIGHT) : 0;
    return path.index() * TilePath.FULL + path.width() <= hashes
        ? Optional.of(tiles.content(path))
        : Optional.empty();
  }

  /** The tiles of hashes of the log, also those that are not signed yet. */
  public TileReader tiles() {
    return tiles;
  }

  /** A tile or a bundle that is known to be there; see {@link #tile}. */
  public byte[] content(TilePath path) {
    return tiles.content(path);
  }

  /**
   * Checkpoints that were signed before one, smallest first: those of changes of the key, and
   * otherwise one a minute.
   *
   * @param size of the checkpoint before which they were signed
   */
  public void forEachEarlier(long size, Consumer<StoredCheckpoint> earlier) {
    log.earlierCheckpoints(size, earlier);
  }

  /**
   * The first time stamp of each checkpoint that has one, smallest first.
   *
   * @param size no checkpoint larger than this
   */
  public void forEachTimeStamp(long size, BiConsumer<Long, TimeStamp> found) {
    new Vouchers(database).forEachTimeStamp(size, found);
  }

  /** Whether the newest checkpoint covers all that was recorded up to a position. */
  public boolean covers(long position) {
    long size = checkpoint().map(StoredCheckpoint::size).orElse(0L);
    return position == 0
        ? size > 0
        : leafOf(position).filter(leaf -> leaf.index() < size).isPresent();
  }

  /** What the proof of an event came to. */
  public sealed interface Proof {
    /** It is in the log. */
    record Included(LogProof proof) implements Proof {}

    /** It was recorded, and is not under a checkpoint yet. */
    record NotSignedYet() implements Proof {}

    /** There is no such event. */
    record NoSuchEvent() implements Proof {}
  }

  /** The proof that an event is in the log; its extra data are the bytes of its leaf. */
  public Proof proof(UUID eventId) {
    return proof(eventId, index -> checkpoint());
  }

  /**
   * The same proof under the first checkpoint that covers the event, so that it stays the same but
   * for the cosignatures that checkpoint gets.
   */
  public Proof firstProof(UUID eventId) {
    return proof(
        eventId,
        index ->
            new Vouchers(database)
                .after(index, 1).stream()
                    .findFirst()
                    .map(
                        first ->
                            new StoredCheckpoint(
                                first.size(),
                                first.signed().root(),
                                first.note(),
                                first.signed().signedAt())));
  }

  private Proof proof(UUID eventId, LongFunction<Optional<StoredCheckpoint>> checkpointFor) {
    Optional<Long> position =
        database
            .sql("select position from event where event_id = :event")
            .param("event", eventId)
            .query(Long.class)
            .optional();
    if (position.isEmpty()) {
      return new Proof.NoSuchEvent();
    }
    return leafOf(position.get())
        .flatMap(leaf -> checkpointFor.apply(leaf.index()).flatMap(it -> included(leaf, it)))
        .orElseGet(Proof.NotSignedYet::new);
  }

  private Optional<Proof> included(Leaf leaf, StoredCheckpoint checkpoint) {
    return leaf.index() >= checkpoint.size()
        ? Optional.empty()
        : Optional.of(
            new Proof.Included(
                new LogProof(
                    Optional.of(leaf.entry()),
                    leaf.index(),
                    new Proofs(tiles).inclusion(leaf.index(), checkpoint.size()),
                    checkpoint.note())));
  }

  private Optional<Leaf> leafOf(long position) {
    return database
        .sql("select leaf_index, entry from ledger_leaf where position = :position")
        .param("position", position)
        .query(
            (row, number) ->
                new Leaf(row.getLong("leaf_index"), CanonicalBase64.encode(row.getBytes("entry"))))
        .optional();
  }

  /** How the log keeps up with the history. */
  public SealStatus status(Optional<String> refusal) {
    StoredLog.End end = log.end();
    Optional<StoredCheckpoint> checkpoint = log.latestCheckpoint();
    Optional<Instant> oldest =
        database
            .sql(
                "select recorded_at from event where position > :position order by position limit"
                    + " 1")
            .param("position", end.position())
            .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .optional();
    long head =
        database.sql("select coalesce(max(position), 0) from event").query(Long.class).single();
    return new SealStatus(
        end.size(),
        head - end.position(),
        oldest.orElse(null),
        checkpoint.map(StoredCheckpoint::size).orElse(0L),
        checkpoint.map(StoredCheckpoint::signedAt).orElse(null),
        refusal.orElse(null));
  }
}
