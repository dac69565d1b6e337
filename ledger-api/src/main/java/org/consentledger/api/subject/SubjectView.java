package org.consentledger.api.subject;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.Hold;
import org.consentledger.core.subject.PendingDisposal;
import org.consentledger.core.subject.Prohibition;
import org.consentledger.core.subject.Restriction;
import org.consentledger.core.subject.Stop;
import org.consentledger.core.subject.StopKind;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.subject.Suspension;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The processing state of a subject. It holds no personal data.
 *
 * @param status whether there still is personal data
 * @param version rises with each change; missing in answers about the past
 * @param purposeId the purpose for which the person was registered
 * @param aboutAnotherPerson whether somebody else supplied the data
 * @param categories the categories of which there is data
 * @param consents the latest answer for each purpose
 * @param blocks what was said about blocking, in order; of what covers a category and a purpose,
 *     the last counts
 * @param grounds other grounds than consent: all that were not ended, and of the others the one
 *     that ended last for each purpose and ground
 * @param stops what ended processing; only what began later permits
 * @param prohibitions the person's prohibitions that were not lifted
 * @param holds the legal holds that were not lifted
 * @param suspensions the suspensions of sending that were not lifted
 * @param recipients codes of those to whom data was handed
 * @param disposal the disposal that waits for a second person, if one does
 * @param accurateAt when the data was last supplied, corrected or confirmed: a moment in UTC
 */
public record SubjectView(
    SubjectId subjectId,
    SubjectStatus status,
    @Nullable Long version,
    @Nullable PurposeId purposeId,
    @Nullable Source source,
    @Nullable Language language,
    boolean aboutAnotherPerson,
    Instant registeredAt,
    SortedSet<Category> categories,
    List<ConsentView> consents,
    List<BlockView> blocks,
    List<ClaimedGroundView> grounds,
    List<StopView> stops,
    List<ProhibitionView> prohibitions,
    List<HoldView> holds,
    List<SuspensionView> suspensions,
    SortedSet<RecipientId> recipients,
    @Nullable DisposalView disposal,
    @Nullable Instant accurateAt) {

  /**
   * One statement about blocking.
   *
   * @param blocked whether the data is blocked, or free again
   * @param categories the categories that it is about; all where none is named
   * @param purposes the purposes that it is about; all where none is named
   * @param effectiveAt since when: a moment in UTC
   * @param evidence the event that says so
   */
  public record BlockView(
      boolean blocked,
      SortedSet<Category> categories,
      SortedSet<PurposeId> purposes,
      @Nullable RequestReason reason,
      Instant effectiveAt,
      UUID evidence) {}

  /**
   * What ended processing.
   *
   * @param kind what it was
   * @param purposes the purposes that it ended; all where none is named
   * @param effectiveAt since when: a moment in UTC
   * @param evidence the event that says so
   */
  public record StopView(
      StopKind kind, SortedSet<PurposeId> purposes, Instant effectiveAt, UUID evidence) {}

  /**
   * A prohibition.
   *
   * @param prohibitionId names the prohibition
   * @param kind what the person prohibits
   * @param categories the categories that it protects; all where none is named
   * @param overridden whether a public interest overrides it
   * @param effectiveAt since when: a moment in UTC
   * @param evidence the events that say so
   */
  public record ProhibitionView(
      UUID prohibitionId,
      ProhibitionKind kind,
      SortedSet<Category> categories,
      boolean overridden,
      Instant effectiveAt,
      List<UUID> evidence) {}

  /**
   * A legal hold.
   *
   * @param holdId names the hold
   * @param effectiveAt since when: a moment in UTC
   * @param evidence the event that says so
   */
  public record HoldView(
      UUID holdId, @Nullable RequestId requestId, Instant effectiveAt, UUID evidence) {}

  /**
   * A suspension of sending, while somebody finds out whether the person withdrew.
   *
   * @param suspensionId names the suspension
   * @param effectiveAt since when: a moment in UTC
   * @param evidence the event that says so
   */
  public record SuspensionView(UUID suspensionId, Instant effectiveAt, UUID evidence) {}

  /**
   * A disposal that waits for approval.
   *
   * @param disposalId names the disposal
   * @param method what is to become of the data
   * @param categories the categories to dispose of; all where none is named
   * @param requestedBy who asked for it: an identifier
   * @param effectiveAt since when: a moment in UTC
   * @param evidence the event that says so
   */
  public record DisposalView(
      UUID disposalId,
      DisposalMethod method,
      SortedSet<Category> categories,
      DisposalGround ground,
      @Nullable RequestReason reason,
      String requestedBy,
      Instant effectiveAt,
      UUID evidence) {}

  /** What a state says at a moment. */
  public static SubjectView of(SubjectState state, @Nullable Long version, Instant moment) {
    return new SubjectView(
        state.subjectId(),
        state.status(),
        version,
        state.purposeId(),
        state.source(),
        state.language(),
        state.aboutAnotherPerson(),
        state.registeredAt(),
        state.categories(),
        state.consents().entrySet().stream()
            .filter(entry -> !(entry.getValue() instanceof ConsentAnswer.NeverAsked))
            .map(entry -> ConsentView.of(entry.getKey(), entry.getValue(), moment))
            .toList(),
        state.restrictions().isAnythingBlocked()
            ? state.restrictions().statements().stream().map(SubjectView::block).toList()
            : List.of(),
        state.circumstances().grounds().stream()
            .map(ground -> ClaimedGroundView.of(ground, moment))
            .toList(),
        state.circumstances().stops().stream().map(SubjectView::stop).toList(),
        state.circumstances().prohibitions().stream().map(SubjectView::prohibition).toList(),
        state.circumstances().holds().stream().map(SubjectView::hold).toList(),
        state.circumstances().suspensions().stream().map(SubjectView::suspension).toList(),
        state.circumstances().recipients(),
        state.circumstances().disposal() == null
            ? null
            : disposal(state.circumstances().disposal()),
        state.circumstances().accurateAt());
  }

  private static DisposalView disposal(PendingDisposal pending) {
    return new DisposalView(
        pending.disposalId(),
        pending.method(),
        pending.categories(),
        pending.ground(),
        pending.reason(),
        pending.requestedBy(),
        pending.effectiveAt(),
        pending.eventId());
  }

  private static StopView stop(Stop stop) {
    return new StopView(stop.kind(), stop.purposes(), stop.effectiveAt(), stop.eventId());
  }

  private static ProhibitionView prohibition(Prohibition prohibition) {
    return new ProhibitionView(
        prohibition.prohibitionId(),
        prohibition.kind(),
        prohibition.categories(),
        prohibition.isOverridden(),
        prohibition.effectiveAt(),
        Stream.of(prohibition.eventId(), prohibition.override()).filter(Objects::nonNull).toList());
  }

  private static HoldView hold(Hold hold) {
    return new HoldView(hold.holdId(), hold.requestId(), hold.effectiveAt(), hold.eventId());
  }

  private static SuspensionView suspension(Suspension suspension) {
    return new SuspensionView(
        suspension.suspensionId(), suspension.effectiveAt(), suspension.eventId());
  }

  private static BlockView block(Restriction restriction) {
    return new BlockView(
        restriction.blocked(),
        restriction.scope().categories(),
        restriction.scope().purposes(),
        restriction.reason(),
        restriction.effectiveAt(),
        restriction.eventId());
  }
}
