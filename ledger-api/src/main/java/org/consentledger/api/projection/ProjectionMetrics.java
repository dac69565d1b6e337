package org.consentledger.api.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.projections.streaming.Progress;
import org.consentledger.projections.streaming.Rebuilds;
import org.springframework.stereotype.Component;

/** {@code ledger.projection.lag}: how many events each projection is behind. */
@Component
final class ProjectionMetrics implements MeterBinder {

  private final Progress progress;
  private final Rebuilds rebuilds;

  ProjectionMetrics(Progress progress, Rebuilds rebuilds) {
    this.progress = progress;
    this.rebuilds = rebuilds;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String name : rebuilds.names()) {
      Gauge.builder("ledger.projection.lag", () -> progress.lag(name))
          .description("Events that the projection has not taken in yet")
          .baseUnit("events")
          .tag("projection", name)
          .register(registry);
    }
  }
}
