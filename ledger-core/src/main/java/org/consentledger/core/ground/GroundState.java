package org.consentledger.core.ground;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;

/**
 * A ground with all its switches, in the order in which they were recorded. It is allowed until it
 * is switched off.
 */
public record GroundState(LegalGround ground, List<GroundSwitch> switches) {

  /** Copies the list. */
  public GroundState {
    switches = List.copyOf(switches);
  }

  /** A ground that nobody has switched. */
  public static GroundState untouched(LegalGround ground) {
    return new GroundState(ground, List.of());
  }

  /** The state after one more event. */
  public static GroundState evolve(
      @Nullable GroundState before, GroundSwitchEvent event, UUID eventId) {
    boolean allowed =
        switch (event) {
          case GroundSwitchEvent.GroundAllowed it -> true;
          case GroundSwitchEvent.GroundSwitchedOff it -> false;
        };
    List<GroundSwitch> more = new ArrayList<>(before == null ? List.of() : before.switches);
    more.add(new GroundSwitch(allowed, event.effectiveFrom(), event.recordedAt(), eventId));
    return new GroundState(event.ground(), more);
  }

  /** The switch that counts at a moment: of those that have begun, the one recorded last. */
  public Optional<GroundSwitch> standingAt(Instant moment) {
    return switches.reversed().stream()
        .filter(one -> !one.effectiveFrom().isAfter(moment))
        .findFirst();
  }

  /** Whether the ground may be used at a moment. */
  public boolean isAllowedAt(Instant moment) {
    return standingAt(moment).map(GroundSwitch::allowed).orElse(true);
  }

  /** The first later change from allowed to not allowed, or back, that is recorded by now. */
  public Optional<GroundSwitch> nextChangeAfter(Instant moment) {
    boolean allowed = isAllowedAt(moment);
    return switches.stream()
        .map(GroundSwitch::effectiveFrom)
        .filter(from -> from.isAfter(moment))
        .sorted()
        .filter(from -> isAllowedAt(from) != allowed)
        .findFirst()
        .flatMap(this::standingAt);
  }

  /** When the ground is switched off next after a moment, if that is recorded by now. */
  public Optional<Instant> nextSwitchOffAfter(Instant moment) {
    Optional<GroundSwitch> change = nextChangeAfter(moment);
    return change.isPresent() && change.get().allowed()
        ? nextSwitchOffAfter(change.get().effectiveFrom())
        : change.map(GroundSwitch::effectiveFrom);
  }

  /** Whether this is so already, from the moment on and for good. */
  boolean isSettled(boolean allowed, Instant from) {
    return isAllowedAt(from) == allowed && nextChangeAfter(from).isEmpty();
  }

  /** What was known of the ground at a moment; nothing where nobody had switched it yet. */
  public Optional<GroundState> knownAt(Instant moment) {
    List<GroundSwitch> known =
        switches.stream().filter(one -> !one.recordedAt().isAfter(moment)).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new GroundState(ground, known));
  }
}
