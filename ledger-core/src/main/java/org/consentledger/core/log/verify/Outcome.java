package org.consentledger.core.log.verify;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.entry.LogEntry;

/** What came of one unit of work; units come back in their order. */
final class Outcome {

  /** In {@link #removals}: a payload is gone; the key stands for its event and the one named. */
  static final long REMOVED = 0;

  /** In {@link #removals}: an event says that it removed a payload. */
  static final long REMOVING = 1;

  private final Findings findings = new Findings();
  private final Records sequences = new Records();
  private final Records removals = new Records();
  private Optional<Leaves> leaves = Optional.empty();
  private long bytes;

  /**
   * The leaves of one bundle.
   *
   * @param start the index of the first
   * @param hashes their hashes; empty if they cannot be known
   * @param isRead whether their entries could be read
   * @param others what leaves say that stand for no event
   */
  record Leaves(
      long start, int count, Optional<HashRow> hashes, boolean isRead, List<Other> others) {}

  /** A leaf that stands for no event. */
  record Other(long leaf, LogEntry entry) {}

  Findings findings() {
    return findings;
  }

  /** Of each event: a key for its aggregate, its sequence and its position. */
  Records sequences() {
    return sequences;
  }

  /** Payloads that are gone and events that removed some. */
  Records removals() {
    return removals;
  }

  Optional<Leaves> leaves() {
    return leaves;
  }

  void setLeaves(Leaves known) {
    leaves = Optional.of(known);
  }

  /** How many bytes were read for it. */
  long bytes() {
    return bytes;
  }

  void addBytes(long more) {
    bytes += more;
  }
}
