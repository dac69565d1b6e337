package org.consentledger.api.copies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far each place outside is, and how long checkpoints wait for enough witnesses. */
@Component
final class CopiesMetrics implements MeterBinder {

  private final CopiesStatus status;

  CopiesMetrics(CopiesStatus status) {
    this.status = status;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Place.Id id : status.named()) {
      place(registry, id, "size", "leaves", "Size of the last checkpoint there", it -> it.size());
      place(registry, id, "age", "seconds", "Age of the last delivery", it -> seconds(it.age()));
      place(
          registry,
          id,
          "failing",
          "seconds",
          "How long the place has not taken checkpoints",
          it -> seconds(it.failingFor()));
    }
    if (status.hasWitnesses()) {
      quorum(registry, "size", "leaves", "Size that enough witnesses vouch for", it -> it.size());
      quorum(
          registry,
          "waiting",
          "seconds",
          "How long a checkpoint has waited for enough witnesses",
          it -> seconds(it.waiting()));
    }
  }

  private void place(
      MeterRegistry registry,
      Place.Id id,
      String name,
      String unit,
      String description,
      ToDoubleFunction<CopiesStatus.PlaceStatus> value) {
    gauge(
        registry,
        "ledger.copies." + name,
        unit,
        description,
        Tags.of("kind", id.kind().name(), "place", id.name()),
        () ->
            status.places().stream()
                .filter(place -> place.id().equals(id))
                .mapToDouble(value)
                .sum());
  }

  private void quorum(
      MeterRegistry registry,
      String name,
      String unit,
      String description,
      ToDoubleFunction<CopiesStatus.QuorumStatus> value) {
    gauge(
        registry,
        "ledger.copies.quorum." + name,
        unit,
        description,
        Tags.empty(),
        () -> status.quorum().stream().mapToDouble(value).sum());
  }

  private static void gauge(
      MeterRegistry registry,
      String name,
      String unit,
      String description,
      Tags tags,
      Supplier<Number> value) {
    Gauge.builder(name, value)
        .baseUnit(unit)
        .description(description)
        .tags(tags)
        .register(registry);
  }

  /** Not a number where nothing was delivered yet. */
  private static double seconds(@Nullable Duration duration) {
    return duration == null ? Double.NaN : duration.toMillis() / 1000.0;
  }
}
