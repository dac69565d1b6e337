package org.consentledger.core.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in the history.
 *
 * @param position its place in the one global order, from 1, without gaps
 * @param sequence its place among the events of its aggregate, from 0, without gaps
 * @param recordedAt when it was recorded; never earlier than that of the event before it
 * @param actor who sent the command, as an identifier
 */
public record RecordedEvent(
    long position,
    UUID eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    Instant recordedAt,
    @Nullable String actor,
    Object payload) {

  /** The metadata key of the actor. */
  public static final String ACTOR = "actor";

  /** The metadata key of the request that a command answers. */
  public static final String REQUEST = "requestId";

  static RecordedEvent of(DomainEventMessage<?> message, long position, Instant recordedAt) {
    return new RecordedEvent(
        position,
        UUID.fromString(message.getIdentifier()),
        message.getType(),
        message.getAggregateIdentifier(),
        message.getSequenceNumber(),
        recordedAt,
        (String) message.getMetaData().get(ACTOR),
        message.getPayload());
  }

  /** The stored name of the event. */
  public String name() {
    return EventNames.nameOf(payload.getClass()).orElseThrow();
  }
}
