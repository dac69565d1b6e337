package org.consentledger.core.log.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Checkpoints from several places, merged by rising size, so that one walk over the tree does. */
final class StatedCheckpoints {

  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparingLong(head -> head.stated.checkpoint().size()));

  private long taken;

  private record Head(Stated stated, CheckpointSource source) {}

  StatedCheckpoints(List<CheckpointSource> sources) {
    sources.forEach(this::advance);
  }

  /** The next one, if its size is not above that. */
  Optional<Stated> next(long largest) {
    Head head = heads.peek();
    if (head == null || head.stated.checkpoint().size() > largest) {
      return Optional.empty();
    }
    heads.remove();
    advance(head.source);
    taken++;
    return Optional.of(head.stated);
  }

  /** How many were taken. */
  long taken() {
    return taken;
  }

  private void advance(CheckpointSource source) {
    source.next().ifPresent(stated -> heads.add(new Head(stated, source)));
  }
}
