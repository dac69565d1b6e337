package org.consentledger.core.purpose;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * A purpose with all its versions, the oldest first.
 *
 * @param retiredAt the moment from which it has ended, if it has
 * @param retirement the event that ended it
 */
public record PurposeState(
    PurposeId purposeId,
    List<PurposeVersion> versions,
    @Nullable Instant retiredAt,
    @Nullable UUID retirement) {

  /** Copies the list. */
  public PurposeState {
    versions = List.copyOf(versions);
  }

  /** The state after one more event. */
  public static PurposeState evolve(
      @Nullable PurposeState before, PurposeEvent event, UUID eventId) {
    List<PurposeVersion> versions = before == null ? List.of() : before.versions;
    return switch (event) {
      case PurposeEvent.PurposeDefined defined -> {
        List<PurposeVersion> more = new ArrayList<>(versions);
        more.add(
            new PurposeVersion(
                defined.number(),
                defined.definition(),
                defined.effectiveFrom(),
                defined.definedAt(),
                eventId));
        yield new PurposeState(defined.purposeId(), more, null, null);
      }
      case PurposeEvent.PurposeRetired retired ->
          new PurposeState(retired.purposeId(), versions, retired.retiredAt(), eventId);
    };
  }

  /** The newest version. */
  @JsonIgnore
  public PurposeVersion latest() {
    return versions.getLast();
  }

  /**
   * The version that was in force at this moment, if the purpose was determined by then (clause
   * 5.2).
   */
  public Optional<PurposeVersion> inForceAt(Instant moment) {
    return versions.reversed().stream()
        .filter(version -> !version.effectiveFrom().isAfter(moment))
        .findFirst();
  }

  /**
   * The version that an answer of this day is to: a late paper consent is to the purpose as it was,
   * not as it has become. Before the first version it is to the first.
   */
  public PurposeVersion asItWas(Instant day) {
    return inForceAt(day).orElseGet(versions::getFirst);
  }

  /** The version with this number. */
  public Optional<PurposeVersion> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  /** Whether the purpose had ended by this moment (clause 8.9). */
  public boolean isRetiredAt(Instant moment) {
    return retiredAt != null && !moment.isBefore(retiredAt);
  }

  /** What was known of the purpose at a moment; nothing where it had not been determined yet. */
  public Optional<PurposeState> knownAt(Instant moment) {
    List<PurposeVersion> known =
        versions.stream().filter(version -> !version.definedAt().isAfter(moment)).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    boolean retirementKnown = isRetiredAt(moment);
    return Optional.of(
        new PurposeState(
            purposeId,
            known,
            retirementKnown ? retiredAt : null,
            retirementKnown ? retirement : null));
  }
}
