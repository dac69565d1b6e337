package org.consentledger.core.log.verify;

import java.util.Optional;
import org.consentledger.core.log.note.Checkpoint;

/** Collects what becomes the {@link Verification}; it belongs to the thread of whoever verifies. */
final class Report {

  private final Findings findings = new Findings();
  private final Progress progress;
  private Optional<Checkpoint> checkpoint = Optional.empty();
  private long events;
  private long checkpoints;
  private long cosignatures;
  private long timeStamps;
  private long done;
  private long total;

  Report(Progress progress) {
    this.progress = progress;
  }

  Findings findings() {
    return findings;
  }

  /** Notes what the archive is about, before it is looked through. */
  void setHead(Head head) {
    checkpoint = Optional.of(head.checkpoint());
    cosignatures =
        head.note().signatures().stream()
            .filter(it -> !it.name().equals(head.checkpoint().origin()))
            .count();
  }

  void setInventory(Inventory inventory) {
    total = inventory.bytes();
    timeStamps = inventory.timeStamps().count();
  }

  void setCounts(long countedEvents, long checkedCheckpoints) {
    events = countedEvents;
    checkpoints = checkedCheckpoints;
  }

  void advance(long bytes) {
    done = Math.min(done + bytes, total);
    progress.advanced(done, total);
  }

  Verification finish() {
    progress.advanced(total, total);
    return new Verification(
        checkpoint,
        events,
        checkpoints,
        cosignatures,
        timeStamps,
        findings.kept(),
        findings.total());
  }
}
