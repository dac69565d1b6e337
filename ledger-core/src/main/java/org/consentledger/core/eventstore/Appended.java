package org.consentledger.core.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an append came to.
 *
 * @param events the events, in order; none where nothing was to change
 * @param position the global position of the last of them, or of the last event before where there
 *     is none
 * @param recordedAt when they were recorded
 */
public record Appended(List<CommittedEvent> events, long position, Instant recordedAt) {

  /** Copies the list. */
  public Appended {
    events = List.copyOf(events);
  }

  /** The identifiers of the events, in order. */
  public List<UUID> eventIds() {
    return events.stream().map(CommittedEvent::eventId).toList();
  }
}
