package org.consentledger.core.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A read model that is written in the transaction of the events, so that no acknowledged event is
 * ever missing from it.
 */
@FunctionalInterface
public interface TransactionalProjection {

  /**
   * Takes events in. Appends are serial, so nobody else writes at the same time.
   *
   * @param connection the connection of the append; neither committed nor closed here
   * @param events the events in their global order
   */
  void project(Connection connection, List<RecordedEvent> events) throws SQLException;
}
