package org.consentledger.core.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an append came to.
 *
 * @param eventIds the events, in order; none where nothing was to change
 * @param position the global position of the last of them, or of the last event before where there
 *     is none
 * @param recordedAt when they were recorded
 */
public record Appended(List<UUID> eventIds, long position, Instant recordedAt) {

  /** Copies the list. */
  public Appended {
    eventIds = List.copyOf(eventIds);
  }
}
