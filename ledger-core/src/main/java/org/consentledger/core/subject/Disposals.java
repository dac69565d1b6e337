package org.consentledger.core.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads the disposals of a subject out of its history (clauses 2.14, 5.7), with the recipients who
 * are to be told of each: those who were given data that went with it. Of the same data nobody is
 * told twice, unless it was given again in between.
 */
public final class Disposals {

  private final List<Disposal> disposals = new ArrayList<>();
  private final List<HandOver> handOvers = new ArrayList<>();
  private @Nullable SubjectState state;

  /** Data that a recipient has and was not to dispose of yet; no categories: nobody knows which. */
  private record HandOver(RecipientId recipient, SortedSet<Category> categories) {

    /** What is left of it after this disposal; none where nothing is. */
    Optional<HandOver> after(Disposal disposal) {
      SortedSet<Category> rest = new TreeSet<>(categories);
      rest.removeAll(disposal.categories());
      boolean isOver = disposal.whole() || (rest.isEmpty() && !categories.isEmpty());
      return isOver ? Optional.empty() : Optional.of(new HandOver(recipient, rest));
    }
  }

  /** What an event says of the end of data. */
  private record Ended(
      DisposalMethod method,
      boolean whole,
      SortedSet<Category> categories,
      DisposalGround ground,
      @Nullable RequestReason reason) {}

  private Disposals() {}

  /** Whether a second person approves the end of all of somebody's data (clause 5.7). */
  public static DisposalApproval approvalFor(SubjectState subject, Registers registers) {
    return DisposalRules.approval(subject, registers);
  }

  /** All disposals of a subject, in the order in which they were asked for. */
  public static List<Disposal> of(SubjectHistory history) {
    Disposals read = new Disposals();
    history.entries().forEach(read::take);
    return List.copyOf(read.disposals);
  }

  /** The disposal of this identifier, if the subject has it. */
  public static Optional<Disposal> find(SubjectHistory history, UUID disposalId) {
    return of(history).stream().filter(it -> it.disposalId().equals(disposalId)).findFirst();
  }

  private void take(SubjectHistory.Entry entry) {
    switch (entry.event()) {
      case DisposalEvent disposal -> take(disposal, entry);
      case ProcessingEvent act -> handedOver(act);
      case NoticeEvent notice ->
          disposals.replaceAll(
              it ->
                  it.disposalId().equals(notice.disposalId())
                      ? it.after(notice, entry.eventId())
                      : it);
      case RegistrationEvent other -> {}
      case ConsentEvent other -> {}
      case GroundEvent other -> {}
      case CessationEvent other -> {}
      case RestrictionEvent other -> {}
      case ProhibitionEvent other -> {}
      case HoldEvent other -> {}
      case InvitationEvent other -> {}
      case SuspensionEvent other -> {}
    }
    state = SubjectState.evolve(state, entry.event(), entry.eventId());
  }

  private void take(DisposalEvent event, SubjectHistory.Entry entry) {
    switch (event) {
      case DisposalEvent.DisposalRequested requested -> {
        disposals.replaceAll(it -> it.waits() ? it.endedAs(DisposalProgress.SUPERSEDED) : it);
        disposals.add(asked(requested, entry.eventId()));
      }
      case DisposalEvent.DisposalApproved approved ->
          disposals.replaceAll(
              it ->
                  it.waits()
                      ? it.approvedBy(
                          new Disposal.Approved(
                              approved.approvedBy(), approved.effectiveAt(), entry.eventId()))
                      : it);
      case DisposalEvent.DisposalCancelled cancelled ->
          disposals.replaceAll(it -> it.waits() ? it.endedAs(DisposalProgress.CANCELLED) : it);
      case DisposalEvent.CategoriesErased it ->
          done(entry, new Ended(DisposalMethod.DESTROY, false, it.categories(), it.ground(), null));
      case DisposalEvent.SubjectAnonymised it ->
          done(entry, new Ended(DisposalMethod.ANONYMISE, true, held(), it.ground(), it.reason()));
      case DisposalEvent.SubjectDestroyed it ->
          done(entry, new Ended(DisposalMethod.DESTROY, true, held(), it.ground(), it.reason()));
    }
  }

  private Disposal asked(DisposalEvent.DisposalRequested requested, UUID eventId) {
    boolean whole = requested.categories().isEmpty();
    return new Disposal(
        requested.subjectId(),
        requested.disposalId(),
        requested.method(),
        whole,
        whole ? held() : requested.categories(),
        requested.ground(),
        requested.reason(),
        requested.approval(),
        requested.requestedBy(),
        requested.effectiveAt(),
        requested.triggeredAt(),
        requested.dueAt(),
        eventId,
        DisposalProgress.WAITING,
        null,
        null,
        List.of(),
        0);
  }

  /** Data that ended before requests were recorded. Its disposal has the name of its event. */
  private static Disposal unasked(SubjectHistory.Entry entry, Ended ended) {
    return new Disposal(
        entry.event().subjectId(),
        entry.eventId(),
        ended.method(),
        ended.whole(),
        ended.categories(),
        ended.ground(),
        ended.reason(),
        DisposalApproval.AUTOMATIC,
        null,
        entry.event().effectiveAt(),
        null,
        null,
        entry.eventId(),
        DisposalProgress.WAITING,
        null,
        null,
        List.of(),
        0);
  }

  private SortedSet<Category> held() {
    return state == null ? new TreeSet<>() : state.categories();
  }

  private void done(SubjectHistory.Entry entry, Ended ended) {
    if (disposals.stream().noneMatch(Disposal::waits)) {
      disposals.add(unasked(entry, ended));
    }
    Disposal.Done end =
        new Disposal.Done(entry.event().effectiveAt(), entry.recordedAt(), entry.eventId());
    disposals.replaceAll(
        it -> it.waits() ? withThoseToTell(it.doneAs(end, ended.categories())) : it);
  }

  private Disposal withThoseToTell(Disposal done) {
    Disposal disposal = done;
    List<HandOver> rest = new ArrayList<>();
    for (HandOver handOver : handOvers) {
      if (done.concerns(handOver.categories())) {
        disposal = disposal.toTell(handOver.recipient(), false);
        handOver.after(done).ifPresent(rest::add);
      } else {
        rest.add(handOver);
      }
    }
    handOvers.clear();
    handOvers.addAll(rest);
    return disposal;
  }

  /**
   * An act that is reported after a disposal and was done before it gave away what is gone since:
   * whoever got it is to be told as well. Of somebody whose data is gone there is nothing else to
   * give away.
   */
  private void handedOver(ProcessingEvent event) {
    @Nullable RecipientId recipient = event.act().recipientId();
    if (recipient == null) {
      return;
    }
    Optional<HandOver> left = Optional.of(new HandOver(recipient, event.act().categories()));
    for (int i = 0; i < disposals.size() && left.isPresent(); i++) {
      Disposal disposal = disposals.get(i);
      Disposal.@Nullable Done done = disposal.done();
      if (done != null
          && (disposal.whole() || !actAt(event).isAfter(done.at()))
          && disposal.concerns(left.get().categories())) {
        disposals.set(i, disposal.toTell(recipient, true));
        left = left.get().after(disposal);
      }
    }
    left.ifPresent(handOvers::add);
  }

  private static Instant actAt(ProcessingEvent event) {
    return switch (event) {
      case ProcessingEvent.ProcessingRecorded it -> it.effectiveAt();
      case ProcessingEvent.UnlawfulProcessingFound it -> it.actAt();
    };
  }
}
