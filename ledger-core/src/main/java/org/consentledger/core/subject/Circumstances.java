package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * What bears on the processing of a person's data beside consents and blocks. Each part is kept so
 * that it comes out the same in whichever order the events were recorded.
 *
 * @param grounds other grounds than consent: all that were not ended, and of the others the one
 *     that began last for each purpose and ground
 * @param stops what ended processing, less what later stops made void
 * @param prohibitions the person's prohibitions that were not lifted
 * @param holds the legal holds that were not lifted
 * @param suspensions the suspensions of sending that were not ended; none in states that were
 *     written before they were kept
 * @param recipients to whom data was handed; they are told when it is destroyed
 * @param disposal the disposal that waits for a second person, if one does
 * @param accurateAt when somebody last attested or corrected the data (clause 5.6); none for states
 *     that were written before this was kept
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Circumstances(
    List<ClaimedGround> grounds,
    List<Stop> stops,
    List<Prohibition> prohibitions,
    List<Hold> holds,
    List<Suspension> suspensions,
    SortedSet<RecipientId> recipients,
    @Nullable PendingDisposal disposal,
    @Nullable Instant accurateAt) {

  /** Nothing bears on it. */
  public static final Circumstances NONE =
      new Circumstances(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Collections.emptySortedSet(),
          null,
          null);

  private static final Comparator<ClaimedGround> IN_ORDER =
      Comparator.comparing(ClaimedGround::effectiveAt).thenComparing(ClaimedGround::eventId);

  /** Copies the collections; what a state leaves out is empty. */
  @SuppressWarnings("ConstantValue")
  public Circumstances {
    grounds = copy(grounds);
    stops = copy(stops);
    prohibitions = copy(prohibitions);
    holds = copy(holds);
    suspensions = copy(suspensions);
    recipients =
        recipients == null
            ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** A claim by its identifier, if it is known. */
  public Optional<ClaimedGround> ground(UUID groundId) {
    return grounds.stream()
        .filter(ground -> ground.claim().groundId().equals(groundId))
        .findFirst();
  }

  /** The claims for a purpose, the oldest first. */
  public List<ClaimedGround> groundsFor(PurposeId purpose) {
    return grounds.stream().filter(ground -> ground.claim().purposeId().equals(purpose)).toList();
  }

  /** What ended processing for a purpose, on every ground that does not bind the operator. */
  public List<Stop> processingStops(PurposeId purpose) {
    return Stream.of(StopKind.CESSATION, StopKind.UNLAWFUL_PROCESSING)
        .flatMap(kind -> latestStop(kind, purpose).stream())
        .toList();
  }

  /** The latest stop of this kind for a purpose, if there was one. */
  public Optional<Stop> latestStop(StopKind kind, PurposeId purpose) {
    return stops.stream()
        .filter(stop -> stop.kind() == kind)
        .filter(stop -> stop.covers(purpose))
        .max(Comparator.comparing(Stop::effectiveAt));
  }

  /** A prohibition by its identifier, if it stands. */
  public Optional<Prohibition> prohibition(UUID prohibitionId) {
    return prohibitions.stream()
        .filter(prohibition -> prohibition.prohibitionId().equals(prohibitionId))
        .findFirst();
  }

  /** A hold by its identifier, if it stands. */
  public Optional<Hold> hold(UUID holdId) {
    return holds.stream().filter(hold -> hold.holdId().equals(holdId)).findFirst();
  }

  /** The hold that waits for a request of the authorised body, if one does. */
  public Optional<Hold> holdFor(RequestId requestId) {
    return holds.stream().filter(hold -> requestId.equals(hold.requestId())).findFirst();
  }

  /** A suspension by its identifier, if it stands. */
  public Optional<Suspension> suspension(UUID suspensionId) {
    return suspensions.stream()
        .filter(suspension -> suspension.suspensionId().equals(suspensionId))
        .findFirst();
  }

  Circumstances after(GroundEvent event, UUID eventId) {
    List<ClaimedGround> claims = new ArrayList<>(grounds);
    switch (event) {
      case GroundEvent.GroundClaimed claimed ->
          claims.add(
              new ClaimedGround(eventId, claimed.claim(), claimed.effectiveAt(), null, null));
      case GroundEvent.GroundEnded ended ->
          claims.replaceAll(
              ground ->
                  ground.claim().groundId().equals(ended.groundId())
                      ? ground.ended(ended.effectiveAt(), eventId)
                      : ground);
    }
    claims.sort(IN_ORDER);
    return new Circumstances(
        withoutOldEnds(claims),
        stops,
        prohibitions,
        holds,
        suspensions,
        recipients,
        disposal,
        accurateAt);
  }

  /**
   * What ended is kept only until something of its kind that began later has ended too. Its end may
   * still turn out to be an earlier one, its beginning does not; so the same is kept in whichever
   * order the ends were recorded.
   */
  private static List<ClaimedGround> withoutOldEnds(List<ClaimedGround> claims) {
    return claims.stream()
        .filter(
            ground ->
                !ground.isEnded() || claims.stream().noneMatch(other -> replaces(other, ground)))
        .toList();
  }

  private static boolean replaces(ClaimedGround other, ClaimedGround ground) {
    return other.isEnded()
        && other.claim().ground() == ground.claim().ground()
        && other.claim().purposeId().equals(ground.claim().purposeId())
        && IN_ORDER.compare(other, ground) > 0;
  }

  Circumstances stopped(Stop added) {
    if (stops.stream().anyMatch(stop -> stop.makesVoid(added))) {
      return this;
    }
    List<Stop> standing = new ArrayList<>(stops);
    standing.removeIf(added::makesVoid);
    standing.add(added);
    standing.sort(Comparator.comparing(Stop::effectiveAt).thenComparing(Stop::eventId));
    return new Circumstances(
        grounds, standing, prohibitions, holds, suspensions, recipients, disposal, accurateAt);
  }

  Circumstances after(ProhibitionEvent event, UUID eventId) {
    return switch (event) {
      case ProhibitionEvent.ProhibitionSet set -> {
        List<Prohibition> standing = new ArrayList<>(prohibitions);
        standing.add(
            new Prohibition(
                eventId,
                set.prohibitionId(),
                set.kind(),
                set.categories(),
                set.effectiveAt(),
                null));
        yield withProhibitions(standing);
      }
      case ProhibitionEvent.ProhibitionLifted lifted ->
          withProhibitions(
              prohibitions.stream().filter(prohibition -> !isAbout(lifted, prohibition)).toList());
      case ProhibitionEvent.ProhibitionOverridden overridden ->
          withProhibitions(
              prohibitions.stream()
                  .map(
                      prohibition ->
                          isAbout(overridden, prohibition)
                              ? prohibition.overriddenBy(eventId)
                              : prohibition)
                  .toList());
    };
  }

  private static boolean isAbout(ProhibitionEvent event, Prohibition prohibition) {
    return prohibition.prohibitionId().equals(event.prohibitionId());
  }

  private Circumstances withProhibitions(List<Prohibition> standing) {
    return new Circumstances(
        grounds, stops, standing, holds, suspensions, recipients, disposal, accurateAt);
  }

  Circumstances after(HoldEvent event, UUID eventId) {
    List<Hold> standing = new ArrayList<>(holds);
    switch (event) {
      case HoldEvent.HoldPlaced placed ->
          standing.add(new Hold(eventId, placed.holdId(), null, placed.effectiveAt()));
      case HoldEvent.HeldForAuthority held ->
          standing.add(new Hold(eventId, held.holdId(), held.requestId(), held.effectiveAt()));
      case HoldEvent.HoldLifted lifted ->
          standing.removeIf(hold -> hold.holdId().equals(lifted.holdId()));
    }
    return new Circumstances(
        grounds, stops, prohibitions, standing, suspensions, recipients, disposal, accurateAt);
  }

  Circumstances after(SuspensionEvent event, UUID eventId) {
    List<Suspension> standing = new ArrayList<>(suspensions);
    switch (event) {
      case SuspensionEvent.SendingSuspended suspended ->
          standing.add(new Suspension(eventId, suspended.suspensionId(), suspended.effectiveAt()));
      case SuspensionEvent.SendingResumed resumed ->
          standing.removeIf(it -> it.suspensionId().equals(resumed.suspensionId()));
    }
    return new Circumstances(
        grounds, stops, prohibitions, holds, standing, recipients, disposal, accurateAt);
  }

  Circumstances givenTo(@Nullable RecipientId recipient) {
    if (recipient == null || recipients.contains(recipient)) {
      return this;
    }
    SortedSet<RecipientId> more = new TreeSet<>(recipients);
    more.add(recipient);
    return new Circumstances(
        grounds, stops, prohibitions, holds, suspensions, more, disposal, accurateAt);
  }

  Circumstances accurate(Instant at) {
    return accurateAt != null && !at.isAfter(accurateAt)
        ? this
        : new Circumstances(
            grounds, stops, prohibitions, holds, suspensions, recipients, disposal, at);
  }

  Circumstances waitingFor(@Nullable PendingDisposal pending) {
    return new Circumstances(
        grounds, stops, prohibitions, holds, suspensions, recipients, pending, accurateAt);
  }

  /** After the end of the data nothing bears on it; who had it is still to be told. */
  Circumstances ended() {
    return new Circumstances(
        List.of(), List.of(), List.of(), List.of(), List.of(), recipients, null, null);
  }
}
