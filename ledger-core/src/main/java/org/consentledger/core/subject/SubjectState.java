package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a data subject: the fold of its events. Answers and restrictions are kept in the
 * order in which they took effect, so that a late paper consent never overwrites a later answer, in
 * whichever order the two were recorded.
 *
 * @param status whether there still is personal data
 * @param purposeId the purpose for which data was collected, if any was
 * @param source where the data came from, if known
 * @param language the person's language, if known
 * @param aboutAnotherPerson whether somebody else supplied the data (clause 4.3)
 * @param categories the categories of personal data that are held
 * @param consents the latest answer for each purpose that was answered about
 * @param restrictions what is blocked
 * @param circumstances what else bears on the processing; nothing in states that were written
 *     before it was kept
 * @param registeredAt when the subject was registered
 * @param latestAt the latest moment at which anything took effect
 * @param evidence the event by which the status came about
 */
public record SubjectState(
    SubjectId subjectId,
    SubjectStatus status,
    @Nullable PurposeId purposeId,
    @Nullable Source source,
    @Nullable Language language,
    boolean aboutAnotherPerson,
    SortedSet<Category> categories,
    SortedMap<PurposeId, ConsentAnswer> consents,
    Restrictions restrictions,
    Circumstances circumstances,
    Instant registeredAt,
    Instant latestAt,
    UUID evidence) {

  private static final ConsentAnswer NEVER_ASKED = new ConsentAnswer.NeverAsked();

  /** Copies the collections. */
  @SuppressWarnings("ConstantValue")
  public SubjectState {
    circumstances = circumstances == null ? Circumstances.NONE : circumstances;
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    consents = Collections.unmodifiableSortedMap(new TreeMap<>(consents));
  }

  /** How the person last answered about this purpose. */
  public ConsentAnswer consent(PurposeId purpose) {
    return consents.getOrDefault(purpose, NEVER_ASKED);
  }

  /** Whether there still is personal data that can be attributed to the person. */
  @JsonIgnore
  public boolean isActive() {
    return status == SubjectStatus.ACTIVE;
  }

  /**
   * The state after one more event. Never refuses.
   *
   * @param before the state so far; none before the registration
   * @param eventId the identifier of the event, kept as evidence
   */
  public static SubjectState evolve(
      @Nullable SubjectState before, SubjectEvent event, UUID eventId) {
    if (event instanceof RegistrationEvent.SubjectRegistered registered) {
      return register(registered, eventId);
    }
    if (before == null) {
      throw new IllegalStateException("A subject's first event is its registration.");
    }
    return before.after(event, eventId);
  }

  private static SubjectState register(
      RegistrationEvent.SubjectRegistered registered, UUID eventId) {
    return new SubjectState(
        registered.subjectId(),
        SubjectStatus.ACTIVE,
        registered.purposeId(),
        registered.source(),
        registered.language(),
        registered.aboutAnotherPerson(),
        registered.categories(),
        Collections.emptySortedMap(),
        Restrictions.NONE,
        Circumstances.NONE.accurate(registered.effectiveAt()),
        registered.effectiveAt(),
        registered.effectiveAt(),
        eventId);
  }

  private SubjectState after(SubjectEvent event, UUID eventId) {
    Instant at = event.effectiveAt();
    return switch (event) {
      case RegistrationEvent.SubjectRegistered again -> this;
      case RegistrationEvent.PersonalDataRectified rectified ->
          holding(rectified.categories()).with(circumstances.accurate(at), at);
      case RegistrationEvent.AccuracyConfirmed confirmed -> with(circumstances.accurate(at), at);
      case ConsentEvent.ConsentGiven given ->
          answered(given, new ConsentAnswer.Given(eventId, given.terms(), at));
      case ConsentEvent.ConsentRenewed renewed ->
          answered(renewed, new ConsentAnswer.Given(eventId, renewed.terms(), at));
      case ConsentEvent.ConsentRefused refused ->
          answered(refused, new ConsentAnswer.Refused(eventId, refused.channel(), at));
      case ConsentEvent.ConsentWithdrawn withdrawn ->
          answered(withdrawn, new ConsentAnswer.Withdrawn(eventId, withdrawn.channel(), at));
      case ConsentEvent.ConsentExpired expired -> expired(expired, eventId);
      case InvitationEvent.ConsentInvited invited -> with(circumstances, at); // no answer
      case GroundEvent ground -> with(circumstances.after(ground, eventId), at);
      case CessationEvent.CessationDemanded demanded ->
          stopped(StopKind.CESSATION, demanded.purposes(), at, eventId);
      case CessationEvent.TransferCessationDemanded demanded ->
          stopped(StopKind.TRANSFER_CESSATION, demanded.purposes(), at, eventId);
      case RestrictionEvent.ProcessingBlocked blocked ->
          restricted(new Restriction(eventId, true, blocked.scope(), blocked.reason(), at));
      case RestrictionEvent.ProcessingUnblocked unblocked ->
          restricted(new Restriction(eventId, false, unblocked.scope(), unblocked.reason(), at));
      case ProhibitionEvent prohibition -> with(circumstances.after(prohibition, eventId), at);
      case HoldEvent hold -> with(circumstances.after(hold, eventId), at);
      case SuspensionEvent suspension -> with(circumstances.after(suspension, eventId), at);
      case ProcessingEvent.ProcessingRecorded recorded -> // acts are history, not state
          with(circumstances.givenTo(recorded.act().recipientId()), at);
      case ProcessingEvent.UnlawfulProcessingFound found ->
          with(circumstances.givenTo(found.act().recipientId()), at)
              .stopped(
                  StopKind.UNLAWFUL_PROCESSING,
                  new TreeSet<>(Set.of(found.act().purposeId())),
                  at,
                  eventId);
      case DisposalEvent.DisposalRequested requested ->
          with(circumstances.waitingFor(PendingDisposal.of(requested, eventId)), at);
      case DisposalEvent.DisposalApproved approved -> with(circumstances, at);
      case DisposalEvent.DisposalCancelled cancelled -> with(circumstances.waitingFor(null), at);
      case NoticeEvent notice -> with(circumstances, at); // see Disposals
      case DisposalEvent.CategoriesErased erased -> without(erased.categories(), at);
      case DisposalEvent.SubjectAnonymised anonymised ->
          ended(SubjectStatus.ANONYMISED, consents, language, at, eventId);
      case DisposalEvent.SubjectDestroyed destroyed ->
          ended(SubjectStatus.DESTROYED, Collections.emptySortedMap(), null, at, eventId);
    };
  }

  private SubjectState holding(SortedSet<Category> more) {
    SortedSet<Category> held = new TreeSet<>(categories);
    held.addAll(more);
    return with(held, consents, restrictions, circumstances, latestAt);
  }

  private SubjectState without(SortedSet<Category> erased, Instant at) {
    SortedSet<Category> held = new TreeSet<>(categories);
    held.removeAll(erased);
    return with(held, consents, restrictions, circumstances.waitingFor(null), at);
  }

  private SubjectState stopped(
      StopKind kind, SortedSet<PurposeId> purposes, Instant at, UUID eventId) {
    return with(circumstances.stopped(new Stop(eventId, kind, purposes, at)), at);
  }

  private SubjectState answered(ConsentEvent event, ConsentAnswer answer) {
    if (!counts(answer, consent(event.purposeId()))) {
      return with(circumstances, answer.effectiveAt());
    }
    SortedMap<PurposeId, ConsentAnswer> answers = new TreeMap<>(consents);
    answers.put(event.purposeId(), answer);
    return with(categories, answers, restrictions, circumstances, answer.effectiveAt());
  }

  private SubjectState expired(ConsentEvent.ConsentExpired event, UUID eventId) {
    SortedMap<PurposeId, ConsentAnswer> answers = new TreeMap<>(consents);
    answers.replaceAll(
        (purpose, answer) ->
            answer instanceof ConsentAnswer.Given given ? given.after(event, eventId) : answer);
    return with(categories, answers, restrictions, circumstances, event.effectiveAt());
  }

  /**
   * Clause 8.4: the latest answer counts, and of two of the same date the no, in whichever order
   * they came in; letters are dated by the day.
   */
  private static boolean counts(ConsentAnswer answer, ConsentAnswer standing) {
    if (answer.effectiveAt().equals(standing.effectiveAt())) {
      return !(answer instanceof ConsentAnswer.Given)
          || standing instanceof ConsentAnswer.Given
          || standing instanceof ConsentAnswer.NeverAsked;
    }
    return answer.effectiveAt().isAfter(standing.effectiveAt());
  }

  private SubjectState restricted(Restriction restriction) {
    return with(
        categories,
        consents,
        restrictions.with(restriction),
        circumstances,
        restriction.effectiveAt());
  }

  private SubjectState with(Circumstances changed, Instant at) {
    return with(categories, consents, restrictions, changed, at);
  }

  private SubjectState with(
      SortedSet<Category> held,
      SortedMap<PurposeId, ConsentAnswer> answers,
      Restrictions restricted,
      Circumstances changed,
      Instant at) {
    return new SubjectState(
        subjectId,
        status,
        purposeId,
        source,
        language,
        aboutAnotherPerson,
        held,
        answers,
        restricted,
        changed,
        registeredAt,
        at.isAfter(latestAt) ? at : latestAt,
        evidence);
  }

  private SubjectState ended(
      SubjectStatus end,
      SortedMap<PurposeId, ConsentAnswer> answers,
      @Nullable Language kept,
      Instant at,
      UUID eventId) {
    return new SubjectState(
        subjectId,
        end,
        purposeId,
        source,
        kept,
        aboutAnotherPerson,
        Collections.emptySortedSet(),
        answers,
        Restrictions.NONE,
        circumstances.ended(),
        registeredAt,
        at.isAfter(latestAt) ? at : latestAt,
        eventId);
  }
}
