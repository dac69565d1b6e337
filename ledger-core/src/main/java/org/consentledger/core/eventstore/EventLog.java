package org.consentledger.core.eventstore;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.vocabulary.SubjectId;

/** Reads the history. */
public final class EventLog {

  private final EventStorageEngine storage;

  EventLog(EventStorageEngine storage) {
    this.storage = storage;
  }

  /**
   * All that happened to a subject, in the order in which it was recorded; empty where nobody is
   * registered.
   */
  public SubjectHistory historyOf(SubjectId subject) {
    return new SubjectHistory(
        storage.readEvents(subject.toString()).asStream().map(EventLog::entry).toList());
  }

  private static SubjectHistory.Entry entry(DomainEventMessage<?> message) {
    return new SubjectHistory.Entry(
        (SubjectEvent) message.getPayload(),
        UUID.fromString(message.getIdentifier()),
        message.getTimestamp());
  }

  /**
   * Reads on in the global order.
   *
   * @param after the position after which to begin; 0 for the beginning
   * @param limit how many events at most
   */
  public List<RecordedEvent> read(long after, int limit) {
    GapAwareTrackingToken token =
        after == 0 ? null : GapAwareTrackingToken.newInstance(after, Collections.emptyList());
    try (Stream<? extends TrackedEventMessage<?>> events = storage.readEvents(token, false)) {
      return events.limit(limit).map(EventLog::recorded).toList();
    }
  }

  /** The event behind one of Axon's tracked messages. */
  public static RecordedEvent recorded(TrackedEventMessage<?> message) {
    return RecordedEvent.of(
        (DomainEventMessage<?>) message,
        message.trackingToken().position().orElseThrow(),
        message.getTimestamp());
  }
}
