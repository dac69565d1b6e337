package org.consentledger.projections.streaming;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a projection from one of Axon's streaming processors: a batch at a time, with the progress
 * in the same transaction.
 */
final class Follower implements EventMessageHandler {

  private final Projection projection;
  private final Progress progress;

  Follower(Projection projection, Progress progress) {
    this.projection = projection;
    this.progress = progress;
  }

  @Override
  public @Nullable Object handle(EventMessage<?> message) {
    UnitOfWork<?> work = CurrentUnitOfWork.get();
    if (!(work instanceof BatchingUnitOfWork<?> batch)) {
      throw new IllegalStateException("Projections are fed by streaming processors only.");
    }
    if (batch.isLastMessage(message)) {
      List<RecordedEvent> events = new ArrayList<>();
      for (Message<?> each : batch.getMessages()) {
        events.add(EventLog.recorded((TrackedEventMessage<?>) each));
      }
      projection.project(events);
      progress.reached(projection.name(), events.getLast().position());
    }
    return null;
  }
}
