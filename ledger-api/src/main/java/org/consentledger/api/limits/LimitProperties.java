package org.consentledger.api.limits;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about how much a node takes on.
 *
 * @param commandsUnderWay how many commands may be under way at the same time
 * @param longestWait how long a command may have to wait for its turn to be recorded
 * @param waitingForConnection how many may wait for a connection to the database
 * @param commandsPerSecond how many commands one client may send in a second; 0 sets no limit
 * @param readsPerSecond how many questions one client may ask in a second; 0 sets no limit
 * @param clients other rates for single clients, by their identifier
 */
@ConfigurationProperties("ledger.limits")
record LimitProperties(
    @DefaultValue("2048") int commandsUnderWay,
    @DefaultValue("PT5S") Duration longestWait,
    @DefaultValue("1024") int waitingForConnection,
    @DefaultValue("10000") int commandsPerSecond,
    @DefaultValue("50000") int readsPerSecond,
    @DefaultValue Map<String, Rates> clients) {

  LimitProperties {
    if (commandsUnderWay < 1 || waitingForConnection < 1 || !longestWait.isPositive()) {
      throw new IllegalArgumentException(
          "ledger.limits.commands-under-way, .waiting-for-connection and .longest-wait are above"
              + " zero.");
    }
    requireRate(commandsPerSecond);
    requireRate(readsPerSecond);
    clients = Map.copyOf(clients);
  }

  /** The rates of one client; where one is missing, that of all holds. */
  record Rates(@Nullable Integer commandsPerSecond, @Nullable Integer readsPerSecond) {
    Rates {
      requireRate(commandsPerSecond);
      requireRate(readsPerSecond);
    }
  }

  private static void requireRate(@Nullable Integer rate) {
    if (rate != null && rate < 0) {
      throw new IllegalArgumentException("Rates below ledger.limits are 0, for none, or above.");
    }
  }

  int commandsPerSecond(String client) {
    Rates own = clients.get(client);
    return own == null || own.commandsPerSecond() == null
        ? commandsPerSecond
        : own.commandsPerSecond();
  }

  int readsPerSecond(String client) {
    Rates own = clients.get(client);
    return own == null || own.readsPerSecond() == null ? readsPerSecond : own.readsPerSecond();
  }
}
