package org.consentledger.core.log;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.GenesisEntry;
import org.consentledger.core.log.entry.KeyRotationEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.merkle.Frontier;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.note.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts back what a restored database lacks, out of an export: events with their salts, leaves and
 * keys, up to the export's checkpoint. What is there must be the beginning of what the export
 * holds. It goes on where it was interrupted.
 */
public final class Reimport {

  private static final int AT_ONCE = 500;

  private final JdbcClient database;
  private final StoredLog log;
  private final StoredTiles tiles;
  private final UnsealedEvents unsealed;
  private final TransactionTemplate transactions;
  private final EventSink events;
  private final Clock clock;

  /** Stores events that were recorded before, and all that follows from them. */
  @FunctionalInterface
  public interface EventSink {

    /** Stores them in the transaction that is under way. */
    void store(List<ExportedHistory.Event> events);
  }

  /** Puts back into this database. */
  public Reimport(
      JdbcClient database, TransactionTemplate transactions, EventSink events, Clock clock) {
    this.database = database;
    this.log = new StoredLog(database);
    this.tiles = new StoredTiles(database);
    this.unsealed = new UnsealedEvents(database);
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Puts back what is missing.
   *
   * @param history an export that was verified
   * @param progress hears how many leaves there are so far
   * @return how many events were put back
   * @throws LogUnusable where the database is not the beginning of the export
   */
  public long putBack(ExportedHistory history, LongConsumer progress) {
    Checkpoint checkpoint = Checkpoint.parse(history.checkpoint().text());
    requireBeginningOf(history, checkpoint);
    long before = head();
    requireUnsealedBeginningOf(history, before);
    try (Stream<ExportedHistory.Event> missing = history.eventsAfter(before)) {
      ExportedHistory.batches(missing, AT_ONCE)
          .forEach(
              batch ->
                  transactions.executeWithoutResult(
                      status -> {
                        awaitAppender();
                        requireNext(batch.getFirst().position());
                        events.store(batch);
                        progress.accept(batch.getLast().position());
                      }));
    }
    putLeavesBack(history, checkpoint);
    return head() - before;
  }

  /** What is sealed here must be what the export begins with. */
  private void requireBeginningOf(ExportedHistory history, Checkpoint checkpoint) {
    long size = log.end().size();
    if (size > checkpoint.size()) {
      throw new LogUnusable("The export ends before this database does; nothing is missing here.");
    }
    Frontier frontier = Frontier.empty();
    Hasher hasher = new Hasher();
    try (Stream<byte[]> entries = history.entries().limit(size)) {
      entries.forEach(entry -> frontier.append(hasher.leaf(entry)));
    }
    if (!frontier.root().equals(new Proofs(tiles).root(size))) {
      throw new LogUnusable(
          "This database is not the beginning of the export: they are two histories. Nothing was"
              + " changed.");
    }
  }

  /** So must what is recorded here and not sealed yet; before anything is added to it. */
  private void requireUnsealedBeginningOf(ExportedHistory history, long head) {
    try (Stream<byte[]> entries = history.entries().skip(log.end().size())) {
      ExportedHistory.batches(entries.map(LogEntry::parse), AT_ONCE)
          .takeWhile(batch -> firstPosition(batch) <= head)
          .forEach(batch -> requireStored(upTo(head, batch)));
    }
  }

  private static long firstPosition(List<LogEntry> batch) {
    return eventsOf(batch).stream().mapToLong(EventEntry::position).min().orElse(0);
  }

  private static List<EventEntry> upTo(long head, List<LogEntry> batch) {
    return eventsOf(batch).stream().filter(event -> event.position() <= head).toList();
  }

  private static List<EventEntry> eventsOf(List<LogEntry> entries) {
    return entries.stream()
        .filter(EventEntry.class::isInstance)
        .map(EventEntry.class::cast)
        .toList();
  }

  private void putLeavesBack(ExportedHistory history, Checkpoint checkpoint) {
    transactions.executeWithoutResult(
        status -> {
          log.awaitTurn();
          StoredLog.End end = log.end();
          GrowingTree tree = GrowingTree.at(end.size(), tiles);
          try (Stream<byte[]> entries = history.entries().skip(end.size())) {
            ExportedHistory.batches(entries, AT_ONCE).forEach(batch -> add(tree, batch));
          }
          if (tree.size() != checkpoint.size() || !tree.root().equals(checkpoint.root())) {
            throw new LogUnusable("The leaves of the export do not lead to its checkpoint.");
          }
          boolean known =
              log.latestCheckpoint().filter(it -> it.size() >= checkpoint.size()).isPresent();
          if (!known) {
            log.addCheckpoint(
                checkpoint, history.checkpoint(), clock.instant().truncatedTo(ChronoUnit.MICROS));
          }
        });
  }

  private void add(GrowingTree tree, List<byte[]> batch) {
    long first = tree.size();
    List<LogEntry> entries = batch.stream().map(LogEntry::parse).toList();
    requireStored(eventsOf(entries));
    List<FullTile> completed = new ArrayList<>();
    batch.forEach(entry -> completed.addAll(tree.append(entry)));
    log.add(first, entries, batch, completed);
    for (int i = 0; i < entries.size(); i++) {
      switch (entries.get(i)) {
        case GenesisEntry genesis -> log.addKey(first + i, genesis.verifierKey());
        case KeyRotationEntry rotation -> log.addKey(first + i, rotation.newKey());
        case EventEntry event -> {}
      }
    }
  }

  /** The events of these leaves, as they are stored here, must have exactly these leaves. */
  private void requireStored(List<EventEntry> expected) {
    if (expected.isEmpty()) {
      return;
    }
    Iterator<EventEntry> stored =
        unsealed.after(expected.getFirst().position() - 1, expected.size()).iterator();
    for (EventEntry entry : expected) {
      if (!stored.hasNext() || !Arrays.equals(stored.next().bytes(), entry.bytes())) {
        throw new LogUnusable(
            "The event at position "
                + entry.position()
                + " is another here than in the export: something was recorded after the restore."
                + " Restore the backup again and put the export back before anything else.");
      }
    }
  }

  private void requireNext(long position) {
    if (position != head() + 1) {
      throw new LogUnusable("The export has no event at position " + (head() + 1) + ".");
    }
  }

  private long head() {
    return database.sql("select coalesce(max(position), 0) from event").query(Long.class).single();
  }

  /** No node appends meanwhile. */
  private void awaitAppender() {
    database.sql("select last_position from take_turn()").query().singleRow();
  }
}
