package org.consentledger.core.eventstore;

import java.security.SecureRandom;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.consentledger.core.log.entry.Commitment;
import org.consentledger.core.log.entry.Salt;

/**
 * Gives an event its place in the order and its salt, and commits to what is stored of it. An
 * instance belongs to one thread.
 */
final class EventNumbering {

  private final EventSerializer serializer;
  private final SecureRandom random = new SecureRandom();
  private final Commitment commitment = new Commitment();

  EventNumbering(EventSerializer serializer) {
    this.serializer = serializer;
  }

  NumberedEvent number(DomainEventMessage<?> message, long position, Instant recordedAt) {
    Salt salt = Salt.random(random);
    SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
    SerializedObject<byte[]> metadata = message.serializeMetaData(serializer, byte[].class);
    RecordedEvent event = RecordedEvent.of(message, position, recordedAt);
    return new NumberedEvent(
        event,
        payload,
        metadata,
        salt,
        new CommittedEvent(
            event.eventId(),
            payload.getType().getName(),
            position,
            event.payload(),
            commitment.payload(salt.bytes(), payload.getData()),
            commitment.metadata(salt.bytes(), metadata.getData())));
  }
}
