package org.consentledger.core.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * Until when data is kept (clauses 5.7, 8.4, 8.8, 8.9). Each category is kept as long as any
 * purpose has a ground for it, and then for the time that the purpose says; when the last of these
 * is over, it is due. A purpose that says no time keeps nothing beyond its ground.
 */
public final class Retention {

  private static final Comparator<End> EARLIEST_FIRST = Comparator.comparing(End::at);

  private final SubjectState subject;
  private final Registers registers;
  private final Instant moment;

  /**
   * When a category of a person's data is due.
   *
   * @param purposeId the purpose that keeps it longest
   * @param ground what ended that purpose's ground
   * @param triggeredAt when it did
   * @param dueAt from when on the data must be gone
   */
  public record Due(
      Category category,
      PurposeId purposeId,
      DisposalGround ground,
      Instant triggeredAt,
      Instant dueAt) {}

  /** What ends the ground on which a purpose keeps data. */
  private record End(Instant at, DisposalGround ground) {}

  /**
   * A purpose that keeps data on one ground.
   *
   * @param end what ends it, as far as is known; none where it goes on
   */
  private record Keeping(
      PurposeId purposeId,
      PurposeVersion purpose,
      SortedSet<Category> categories,
      @Nullable End end) {

    Due due(Category category) {
      End known = Objects.requireNonNull(end, "what goes on is not due");
      return new Due(
          category,
          purposeId,
          known.ground(),
          known.at(),
          purpose.definition().retentionEnd(known.at()));
    }
  }

  private Retention(SubjectState subject, Registers registers, Instant moment) {
    this.subject = subject;
    this.registers = registers;
    this.moment = moment;
  }

  /**
   * The categories of which it is known when they are due, in the past or in the future, by what is
   * true at a moment. A category that somebody needs without a known end is not among them.
   */
  public static List<Due> of(SubjectState subject, Registers registers, Instant moment) {
    return new Retention(subject, registers, moment).due();
  }

  private List<Due> due() {
    List<Keeping> keepings = keepings();
    List<Due> due = new ArrayList<>();
    for (Category category : subject.categories()) {
      List<Keeping> its =
          keepings.stream().filter(keeping -> keeping.categories().contains(category)).toList();
      // What no purpose names is kept as long as anything else of the person.
      List<Keeping> deciding = its.isEmpty() ? keepings : its;
      if (!deciding.isEmpty() && deciding.stream().noneMatch(keeping -> keeping.end() == null)) {
        deciding.stream()
            .map(keeping -> keeping.due(category))
            .max(Comparator.comparing(Due::dueAt))
            .ifPresent(due::add);
      }
    }
    return due;
  }

  private List<Keeping> keepings() {
    SortedSet<PurposeId> purposes = new TreeSet<>(subject.consents().keySet());
    subject.circumstances().grounds().forEach(ground -> purposes.add(ground.claim().purposeId()));
    if (subject.purposeId() != null) {
      purposes.add(subject.purposeId());
    }
    List<Keeping> keepings = new ArrayList<>();
    for (PurposeId purposeId : purposes) {
      registers.findPurpose(purposeId).ifPresent(purpose -> keepings.addAll(keepings(purpose)));
    }
    return keepings;
  }

  private List<Keeping> keepings(PurposeState purpose) {
    PurposeId id = purpose.purposeId();
    PurposeVersion version = purpose.asItWas(moment);
    List<ClaimedGround> claims = subject.circumstances().groundsFor(id);
    List<Keeping> keepings = new ArrayList<>();
    switch (subject.consent(id)) {
      case ConsentAnswer.Given given ->
          keepings.add(new Keeping(id, version, given.terms().categories(), endOf(given, purpose)));
      case ConsentAnswer.Withdrawn withdrawn ->
          keepings.add(
              ended(purpose, version, withdrawn.effectiveAt(), DisposalGround.CONSENT_WITHDRAWN));
      case ConsentAnswer.Refused refused ->
          keepings.add(
              ended(purpose, version, refused.effectiveAt(), DisposalGround.CONSENT_WITHDRAWN));
      case ConsentAnswer.NeverAsked none -> {
        if (claims.isEmpty()) { // collected, and nothing has come of it yet
          keepings.add(
              version.definition().retention() == null
                  ? new Keeping(
                      id,
                      version,
                      version.definition().categories(),
                      retirement(purpose).orElse(null))
                  : ended(
                      purpose, version, subject.registeredAt(), DisposalGround.RETENTION_ENDED));
        }
      }
    }
    claims.forEach(
        claim ->
            keepings.add(
                new Keeping(id, version, claim.claim().categories(), endOf(claim, purpose))));
    return keepings;
  }

  private static Keeping ended(
      PurposeState purpose, PurposeVersion version, Instant at, DisposalGround ground) {
    return new Keeping(
        purpose.purposeId(),
        version,
        version.definition().categories(),
        earliest(Stream.of(Optional.of(new End(at, ground)), retirement(purpose))));
  }

  private @Nullable End endOf(ConsentAnswer.Given given, PurposeState purpose) {
    return earliest(
        Stream.of(
            Optional.ofNullable(given.terms().expiresAt())
                .map(at -> new End(at, DisposalGround.CONSENT_EXPIRED)),
            registers
                .endsConsentsUnder(given.terms().policyVersion())
                .flatMap(PolicyState::endsEarlierConsentsAt)
                .map(at -> new End(at, DisposalGround.CONSENT_EXPIRED)),
            stop(purpose.purposeId(), given.effectiveAt()),
            retirement(purpose)));
  }

  private @Nullable End endOf(ClaimedGround ground, PurposeState purpose) {
    return earliest(
        Stream.of(
            Optional.of(new End(ground.claim().validUntil(), DisposalGround.RETENTION_ENDED)),
            Optional.ofNullable(ground.endedAt())
                .map(at -> new End(at, DisposalGround.RETENTION_ENDED)),
            switchOff(ground),
            ground.claim().ground().outlastsCessation()
                ? Optional.empty()
                : stop(purpose.purposeId(), ground.effectiveAt()),
            retirement(purpose)));
  }

  /** Section 7: a ground that the operator may not use, or will not be allowed to, is none. */
  private Optional<End> switchOff(ClaimedGround ground) {
    LegalGround kind = ground.claim().ground();
    Optional<Instant> off =
        registers.isAllowed(kind, moment)
            ? registers.nextSwitchOff(kind, moment)
            : Optional.of(
                registers.nextSwitchOff(kind, ground.effectiveAt()).orElse(ground.effectiveAt()));
    return off.map(at -> new End(at, DisposalGround.RETENTION_ENDED));
  }

  /** Clause 8.9: a demand to stop, or the finding that there was no ground. */
  private Optional<End> stop(PurposeId purpose, Instant beginning) {
    return subject.circumstances().processingStops(purpose).stream()
        .filter(stop -> !beginning.isAfter(stop.effectiveAt()))
        .map(
            stop ->
                new End(
                    stop.effectiveAt(),
                    stop.kind() == StopKind.UNLAWFUL_PROCESSING
                        ? DisposalGround.UNLAWFUL_PROCESSING
                        : DisposalGround.CESSATION_DEMANDED))
        .min(EARLIEST_FIRST);
  }

  /** Clause 8.9: the purpose is achieved. */
  private static Optional<End> retirement(PurposeState purpose) {
    return Optional.ofNullable(purpose.retiredAt())
        .map(at -> new End(at, DisposalGround.PURPOSE_ACHIEVED));
  }

  private static @Nullable End earliest(Stream<Optional<End>> ends) {
    return ends.flatMap(Optional::stream).min(EARLIEST_FIRST).orElse(null);
  }
}
