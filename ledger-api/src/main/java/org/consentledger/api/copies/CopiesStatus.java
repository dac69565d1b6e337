package org.consentledger.api.copies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.Vouchers;
import org.jspecify.annotations.Nullable;

/** How far the places outside are, and whether that is far enough. */
public final class CopiesStatus {

  private static final Duration LONGEST_WITHOUT_QUORUM = Duration.ofMinutes(5);
  private static final int MOST_PERIODS = 3;

  private final OutsidePlaces outside;
  private final CopyStates states;
  private final Vouchers vouchers;
  private final Clock clock;

  /**
   * A place.
   *
   * @param size of the checkpoint it was given last; 0 for none
   * @param age how long ago; none where it was never
   * @param failure why it does not take the newest, in a word; none where it does
   * @param failingFor how long it has not
   * @param down whether that is too long
   */
  public record PlaceStatus(
      Place.Id id,
      long size,
      @Nullable Duration age,
      @Nullable String failure,
      Duration failingFor,
      boolean down) {}

  /**
   * The witnesses together.
   *
   * @param needed how many are enough
   * @param of how many there are
   * @param size the largest tree that so many vouch for: each cosigned it or one that goes on from
   *     it
   * @param newest the size of the newest checkpoint
   * @param waiting how long the first checkpoint that is larger has waited for them
   */
  public record QuorumStatus(int needed, int of, long size, long newest, Duration waiting) {
    boolean isReached() {
      return size >= newest;
    }

    boolean isDown() {
      return waiting.compareTo(LONGEST_WITHOUT_QUORUM) > 0;
    }
  }

  CopiesStatus(OutsidePlaces outside, CopyStates states, Vouchers vouchers, Clock clock) {
    this.outside = outside;
    this.states = states;
    this.vouchers = vouchers;
    this.clock = clock;
  }

  /** The places that are named. */
  List<Place.Id> named() {
    return outside.places().stream().map(Place::id).toList();
  }

  boolean hasWitnesses() {
    return !outside.witnesses().isEmpty();
  }

  /** Each place; nothing is asked of the database where there is none. */
  public List<PlaceStatus> places() {
    if (outside.places().isEmpty()) {
      return List.of();
    }
    Map<Place.Id, CopyState> known = states.all();
    return outside.places().stream().map(place -> status(place, known.get(place.id()))).toList();
  }

  private PlaceStatus status(Place place, @Nullable CopyState state) {
    if (state == null) {
      return new PlaceStatus(place.id(), 0, null, null, Duration.ZERO, false);
    }
    Instant delivered = state.deliveredAt();
    Instant failingSince = state.failingSince();
    Duration failingFor = failingSince == null ? Duration.ZERO : age(failingSince);
    return new PlaceStatus(
        place.id(),
        state.size(),
        delivered == null ? null : age(delivered),
        state.failure(),
        failingFor,
        !place.id().kind().isJudgedByQuorum()
            && failingFor.compareTo(place.every().multipliedBy(MOST_PERIODS)) > 0);
  }

  /** The witnesses together; empty where there are none. */
  public Optional<QuorumStatus> quorum() {
    if (!hasWitnesses()) {
      return Optional.empty();
    }
    long size =
        outside.witnesses().stream()
            .map(vouchers::largestCosignedBy)
            .sorted(Comparator.reverseOrder())
            .skip(outside.quorum() - 1L)
            .findFirst()
            .orElse(0L);
    return Optional.of(
        new QuorumStatus(
            outside.quorum(),
            outside.witnesses().size(),
            size,
            vouchers.newest().map(VouchedCheckpoint::size).orElse(0L),
            vouchers.firstSignedAfter(size).map(this::waiting).orElse(Duration.ZERO)));
  }

  /** Nobody could cosign before the witnesses were named. */
  private Duration waiting(Instant signedAt) {
    Map<Place.Id, CopyState> known = states.all();
    Instant named =
        outside.places().stream()
            .filter(place -> place.id().kind() == Place.Kind.WITNESS)
            .map(place -> known.get(place.id()))
            .map(state -> state == null ? clock.instant() : state.since())
            .max(Comparator.naturalOrder())
            .orElse(signedAt);
    return age(named.isAfter(signedAt) ? named : signedAt);
  }

  private Duration age(Instant moment) {
    return Duration.between(moment, clock.instant());
  }
}
