package org.consentledger.api.copies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * DOWN where a checkpoint has waited five minutes for enough witnesses, or another place has failed
 * for longer than three of its periods.
 */
@Component("copies")
final class CopiesHealth implements HealthIndicator {

  private final CopiesStatus status;

  CopiesHealth(CopiesStatus status) {
    this.status = status;
  }

  @Override
  public Health health() {
    List<CopiesStatus.PlaceStatus> places = status.places();
    if (places.isEmpty()) {
      return Health.up()
          .withDetail("places", "none is named: checkpoints do not leave this ledger by themselves")
          .build();
    }
    Optional<CopiesStatus.QuorumStatus> quorum = status.quorum();
    boolean down =
        places.stream().anyMatch(CopiesStatus.PlaceStatus::down)
            || quorum.filter(CopiesStatus.QuorumStatus::isDown).isPresent();
    Health.Builder health = down ? Health.down() : Health.up();
    Map<String, Object> details = new LinkedHashMap<>();
    places.forEach(place -> details.put(place.id().toString(), details(place)));
    health.withDetail("places", details);
    quorum.ifPresent(it -> health.withDetail("quorum", details(it)));
    return health.build();
  }

  private static Map<String, Object> details(CopiesStatus.PlaceStatus place) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("size", place.size());
    if (place.age() != null) {
      details.put("ageSeconds", place.age().toSeconds());
    }
    if (place.failure() != null) {
      details.put("failure", place.failure());
      details.put("failingSeconds", place.failingFor().toSeconds());
    }
    return details;
  }

  private static Map<String, Object> details(CopiesStatus.QuorumStatus quorum) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("needed", quorum.needed());
    details.put("of", quorum.of());
    details.put("size", quorum.size());
    details.put("newest", quorum.newest());
    details.put("reached", quorum.isReached());
    details.put("waitingSeconds", quorum.waiting().toSeconds());
    return details;
  }
}
