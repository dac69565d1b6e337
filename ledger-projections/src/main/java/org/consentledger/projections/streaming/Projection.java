package org.consentledger.projections.streaming;

import java.util.List;
import org.consentledger.core.eventstore.RecordedEvent;

/**
 * A read model that follows the history. Taking the same events in again changes nothing, and
 * taking old events in again never overwrites newer ones; so it can be rebuilt while it serves.
 */
public interface Projection {

  /** Its name, as operators know it. */
  String name();

  /** Takes events in, in their global order, in the transaction that is under way. */
  void project(List<RecordedEvent> events);
}
