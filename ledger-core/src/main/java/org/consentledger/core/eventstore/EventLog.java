package org.consentledger.core.eventstore;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.consentledger.core.operator.Operator;
import org.consentledger.core.operator.OperatorEvent;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.request.Request;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

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

  /**
   * The operator's profile as it was known at a moment; where the operator was described later
   * only, as it was described first. Empty while nobody has described it.
   */
  public Optional<OperatorState> operatorAt(Instant moment) {
    List<OperatorState> profiles =
        storage.readEvents(Operator.IDENTIFIER).asStream().map(EventLog::profile).toList();
    return profiles.reversed().stream()
        .filter(profile -> !profile.describedAt().isAfter(moment))
        .findFirst()
        .or(() -> profiles.stream().findFirst());
  }

  private static OperatorState profile(DomainEventMessage<?> message) {
    return OperatorState.evolve(
        (OperatorEvent) message.getPayload(), UUID.fromString(message.getIdentifier()));
  }

  /**
   * An event of a request.
   *
   * @param actor who sent the command, as an identifier
   */
  public record OfRequest(
      RequestEvent event, UUID eventId, Instant recordedAt, @Nullable String actor) {}

  /** All that happened to a request, in the order in which it was recorded. */
  public List<OfRequest> historyOf(RequestId request) {
    return storage
        .readEvents(Request.identifier(request))
        .asStream()
        .map(EventLog::ofRequest)
        .toList();
  }

  private static OfRequest ofRequest(DomainEventMessage<?> message) {
    return new OfRequest(
        (RequestEvent) message.getPayload(),
        UUID.fromString(message.getIdentifier()),
        message.getTimestamp(),
        (String) message.getMetaData().get(RecordedEvent.ACTOR));
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
