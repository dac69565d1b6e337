package org.consentledger.api.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.consentledger.core.eventstore.LedgerOverloaded;
import org.springframework.stereotype.Component;

/** Counts what was refused because there was too much, by what there was too much of. */
@Component
final class RefusedRequests {

  private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

  enum Reason {
    COMMANDS,
    WAIT,
    TURN,
    ENDING,
    CONNECTIONS,
    CLIENT_COMMANDS,
    CLIENT_READS
  }

  RefusedRequests(MeterRegistry registry) {
    for (Reason reason : Reason.values()) {
      counters.put(
          reason,
          Counter.builder("ledger.refused")
              .description("Requests that were refused because there was too much to do")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void count(Reason reason) {
    Counter counter = counters.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }

  void count(LedgerOverloaded.Reason reason) {
    count(
        switch (reason) {
          case COMMANDS -> Reason.COMMANDS;
          case WAIT -> Reason.WAIT;
          case TURN -> Reason.TURN;
          case ENDING -> Reason.ENDING;
        });
  }
}
