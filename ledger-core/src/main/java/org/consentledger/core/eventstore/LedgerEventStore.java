package org.consentledger.core.eventstore;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.DataSubject;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Axon's event store, which loads a data subject by its current state instead of all its events.
 * The state is written in the transaction of the events, so it is their fold; and who decides on a
 * state that somebody else has moved on from meets the sequence number that is taken, and tries
 * again.
 */
final class LedgerEventStore extends EmbeddedEventStore {

  /**
   * What the projections follow by is held once for all of them. One that lags holds on to all that
   * came since, until it is noticed and reads by itself.
   */
  private static final int CACHED_EVENTS = 2_000;

  private static final int CLEANUP_DELAY_MILLIS = 500;

  private static final String SUBJECT = DataSubject.class.getSimpleName();

  private final SubjectReader subjects;

  LedgerEventStore(EventStorageEngine storage, SubjectReader subjects) {
    super(
        EmbeddedEventStore.builder()
            .storageEngine(storage)
            .cachedEvents(CACHED_EVENTS)
            .cleanupDelay(CLEANUP_DELAY_MILLIS));
    this.subjects = subjects;
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    Optional<SubjectId> subject = SubjectId.find(aggregateIdentifier);
    if (subject.isEmpty()) {
      return super.readEvents(aggregateIdentifier);
    }
    SubjectReader.Seen seen = subjects.look(subject.get());
    RegistersSeen.remember(seen.registers());
    return seen.subject()
        .map(current -> DomainEventStream.of(snapshot(aggregateIdentifier, current)))
        .orElseGet(DomainEventStream::empty);
  }

  private static DomainEventMessage<DataSubject> snapshot(
      String aggregateIdentifier, CurrentSubject current) {
    return new GenericDomainEventMessage<>(
        SUBJECT, aggregateIdentifier, current.version(), new DataSubject(current.state()));
  }
}
