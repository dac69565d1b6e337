package org.consentledger.core.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.GenesisEntry;
import org.consentledger.core.log.entry.KeyRotationEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the history: gives each event a leaf, in the one global order, and signs what the tree has
 * become. Two transactions: the first adds leaves and tiles; the second, which sees them committed,
 * signs. Of all nodes one at a time does either. A crash between leaves a tree that the next turn
 * signs; for one size there is one root for ever, because leaves never change.
 *
 * <p>It does nothing by itself; {@link SealingLoop} drives it. Calls exclude each other.
 */
public final class Sealer {

  private static final int MOST_AT_ONCE = 2000;

  private final StoredLog log;
  private final StoredTiles tiles;
  private final UnsealedEvents unsealed;
  private final LogKeys keys;
  private final OutsideCheck outside;
  private final CheckpointCopies copies;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final String origin;
  private @Nullable GrowingTree tree;

  /**
   * A sealer over this database.
   *
   * @param origin names a new log; one that has begun keeps its name
   */
  public Sealer(
      JdbcClient database,
      TransactionTemplate transactions,
      LogKeyFile keyFile,
      CheckpointCopies copies,
      Clock clock,
      String origin) {
    this.log = new StoredLog(database);
    this.tiles = new StoredTiles(database);
    this.unsealed = new UnsealedEvents(database);
    this.keys = new LogKeys(log, keyFile);
    this.outside = new OutsideCheck(log, keys, tiles, copies);
    this.copies = copies;
    this.transactions = transactions;
    this.clock = clock;
    this.origin = origin;
  }

  /**
   * Begins the log where there is none, and requires that the one there is was not set back or
   * changed. Comes before all else.
   *
   * @throws LogUnusable where it was; the message says what to do
   */
  public synchronized void open() {
    transactions.executeWithoutResult(
        status -> {
          log.awaitTurn();
          if (log.end().size() == 0) {
            outside.require(0);
            begin();
          }
        });
    tree = null;
    transactions.executeWithoutResult(status -> currentTree(log.end().size()));
    keys.change().ifPresent(this::change);
  }

  private void begin() {
    SignerKey key = keys.first(origin);
    LogEntry genesis = new GenesisEntry(key.name(), key.verifierKey(), Optional.empty(), now());
    GrowingTree begun = GrowingTree.at(0, tiles);
    append(begun, List.of(genesis));
    log.addKey(0, key.verifierKey());
  }

  /**
   * Seals the next events.
   *
   * @return whether there may be more
   * @throws LogUnusable where this log must not go on
   */
  public synchronized boolean seal() {
    return discardingOnFailure(
        () -> {
          if (!log.takeTurn()) {
            return false;
          }
          StoredLog.End end = log.end();
          if (keys.isRotation(end.size()) && latestSize() < end.size()) {
            return false; // the change of the key is signed first
          }
          List<EventEntry> events = unsealed.after(end.position(), MOST_AT_ONCE);
          append(currentTree(end.size()), events);
          return events.size() == MOST_AT_ONCE;
        });
  }

  /**
   * Signs the tree as it is committed, if it has grown since it was signed last.
   *
   * @param every how much time there is between two checkpoints at least
   */
  public synchronized void sign(Duration every) {
    Instant now = now();
    Optional<SignedNote> signed =
        discardingOnFailure(
            () -> {
              Optional<StoredCheckpoint> latest = log.latestCheckpoint();
              boolean early =
                  latest.isPresent() && now.isBefore(latest.get().signedAt().plus(every));
              return early || !log.takeTurn() ? Optional.empty() : signGrown(now);
            });
    signed.ifPresent(copies::keep);
  }

  private Optional<SignedNote> signGrown(Instant now) {
    long size = log.end().size();
    if (size <= latestSize()) {
      return Optional.empty();
    }
    List<SignerKey> signers = keys.signersFor(size);
    Checkpoint checkpoint =
        new Checkpoint(signers.getLast().name(), size, currentTree(size).root());
    SignedNote note = checkpoint.sign(signers);
    log.addCheckpoint(checkpoint, note, now);
    return Optional.of(note);
  }

  /**
   * Replaces the key that signs. The change is a leaf, and the checkpoint of the tree that ends
   * with it is signed with both keys. After a crash, {@link #open} goes on with it.
   *
   * @return the new key
   */
  public synchronized VerifierKey changeKey() {
    LogKeys.Change change =
        transactions.execute(
            status -> {
              log.awaitTurn();
              return keys.change().orElseGet(keys::beginChange);
            });
    change(change);
    return change.newKey().verifierKey();
  }

  private void change(LogKeys.Change change) {
    VerifierKey newKey = change.newKey().verifierKey();
    discardingOnFailure(
        () -> {
          log.awaitTurn();
          if (!log.keys().getLast().key().equals(newKey)) {
            long size = log.end().size();
            append(
                currentTree(size),
                List.of(new KeyRotationEntry(change.oldKey().verifierKey(), newKey, now())));
            log.addKey(size, newKey);
          }
          return true;
        });
    Optional<SignedNote> signed =
        discardingOnFailure(
            () -> {
              log.awaitTurn();
              return signGrown(now());
            });
    signed.ifPresent(copies::keep);
    keys.endChange(change);
  }

  /**
   * Compares the database with what is known outside once more, before anything else is sealed or
   * signed: to be called when a place outside contradicts it.
   */
  public synchronized void compareAgain() {
    tree = null;
  }

  private void append(GrowingTree grown, List<? extends LogEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    long first = grown.size();
    List<byte[]> contents = entries.stream().map(LogEntry::bytes).toList();
    List<FullTile> completed = new ArrayList<>();
    contents.forEach(content -> completed.addAll(grown.append(content)));
    log.add(first, entries, contents, completed);
  }

  /** The tree of that size; read anew, and compared with what was signed, where it is another. */
  private GrowingTree currentTree(long size) {
    GrowingTree current = tree;
    if (current == null || current.size() != size) {
      outside.require(size);
      current = GrowingTree.at(size, tiles);
      tree = current;
    }
    return current;
  }

  /** Microseconds are what leaves and the database keep. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private long latestSize() {
    return log.latestCheckpoint().map(StoredCheckpoint::size).orElse(0L);
  }

  private <T> T discardingOnFailure(Supplier<T> work) {
    try {
      return transactions.execute(status -> work.get());
    } catch (RuntimeException failure) {
      tree = null; // it may hold leaves that were not stored
      throw failure;
    }
  }
}
