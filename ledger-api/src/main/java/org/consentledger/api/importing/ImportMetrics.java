package org.consentledger.api.importing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts the lines of imports by what became of them. */
@Component
final class ImportMetrics {

  private final Map<Outcome, Counter> lines = new EnumMap<>(Outcome.class);

  private enum Outcome {
    RECORDED,
    UNCHANGED,
    REPLAYED,
    REFUSED,
    FAILED
  }

  ImportMetrics(MeterRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      lines.put(
          outcome,
          Counter.builder("ledger.import.lines")
              .description("Lines of imports, by what became of them")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void count(ImportResult result) {
    Counter counter = lines.get(outcome(result));
    if (counter != null) {
      counter.increment();
    }
  }

  private static Outcome outcome(ImportResult result) {
    if (result.status() >= 500) {
      return Outcome.FAILED;
    }
    if (result.replayed()) {
      return Outcome.REPLAYED;
    }
    if (result.status() >= 400) {
      return Outcome.REFUSED;
    }
    return result.status() == 200 ? Outcome.UNCHANGED : Outcome.RECORDED;
  }
}
