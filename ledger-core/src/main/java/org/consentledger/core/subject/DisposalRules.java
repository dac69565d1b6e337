package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;
import static org.consentledger.core.subject.Moments.requireActive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.DisposalEvent.CategoriesErased;
import org.consentledger.core.subject.DisposalEvent.DisposalApproved;
import org.consentledger.core.subject.DisposalEvent.DisposalCancelled;
import org.consentledger.core.subject.DisposalEvent.DisposalRequested;
import org.consentledger.core.subject.DisposalEvent.SubjectAnonymised;
import org.consentledger.core.subject.DisposalEvent.SubjectDestroyed;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.ApproveDisposal;
import org.consentledger.core.subject.SubjectCommand.CancelDisposal;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The rules of ending data (clauses 2.5, 2.14, 5.7, 8.8). A hold stops every way to it. What is
 * asked for and what is done about it are recorded in one breath where nobody has to approve, so
 * that no crash can come between them.
 */
final class DisposalRules {

  private DisposalRules() {}

  /** Clause 2.5: anonymised once, for good. */
  static List<SubjectEvent> anonymise(
      SubjectState subject, AnonymiseSubject command, Registers registers, Instant now) {
    return switch (subject.status()) {
      case ACTIVE ->
          onRequest(
              subject,
              requested(
                  subject,
                  command.disposalId(),
                  DisposalMethod.ANONYMISE,
                  command.ground(),
                  command.reason(),
                  approval(subject, registers),
                  command.requestedBy(),
                  now));
      case ANONYMISED -> List.of();
      case DESTROYED -> throw new Refused(new Refusal.SubjectDestroyed());
    };
  }

  /** Clause 2.14: destroyed once, for good; what was anonymised may still be destroyed. */
  static List<SubjectEvent> destroy(
      SubjectState subject, DestroySubject command, Registers registers, Instant now) {
    return switch (subject.status()) {
      case ACTIVE, ANONYMISED ->
          onRequest(
              subject,
              requested(
                  subject,
                  command.disposalId(),
                  DisposalMethod.DESTROY,
                  command.ground(),
                  command.reason(),
                  approval(subject, registers),
                  command.requestedBy(),
                  now));
      case DESTROYED -> List.of();
    };
  }

  private static List<SubjectEvent> onRequest(SubjectState subject, DisposalRequested requested) {
    requireNoHold(subject);
    @Nullable PendingDisposal pending = subject.circumstances().disposal();
    if (pending != null && pending.categories().isEmpty()) {
      if (pending.method() != requested.method()) {
        throw new Refused(new Refusal.DisposalPending());
      }
      return List.of(); // asked twice, and it waits already
    }
    return carriedOut(requested);
  }

  private static DisposalRequested requested(
      SubjectState subject,
      UUID disposalId,
      DisposalMethod method,
      DisposalGround ground,
      @Nullable RequestReason reason,
      DisposalApproval approval,
      String requestedBy,
      Instant now) {
    return new DisposalRequested(
        subject.subjectId(),
        disposalId,
        method,
        Collections.emptySortedSet(),
        ground,
        reason,
        approval,
        requestedBy,
        null,
        null,
        effectiveAt(null, subject, now));
  }

  /**
   * Clause 5.7: the second person is another one, and finds the data as free to go as it was when
   * somebody asked.
   */
  static List<SubjectEvent> approve(
      SubjectState subject, ApproveDisposal command, Registers registers, Instant now) {
    PendingDisposal pending = requirePending(subject);
    requireNoHold(subject);
    if (pending.requestedBy().equals(command.approvedBy())) {
      throw new Refused(new Refusal.SecondPersonNeeded());
    }
    if (pending.isDue() && !DueRules.isStillDue(subject, pending, registers, now)) {
      throw new Refused(new Refusal.NoLongerDue());
    }
    Instant at = effectiveAt(null, subject, now);
    List<SubjectEvent> events = new ArrayList<>();
    events.add(
        new DisposalApproved(command.subjectId(), pending.disposalId(), command.approvedBy(), at));
    events.add(
        done(
            command.subjectId(),
            pending.method(),
            pending.categories(),
            pending.ground(),
            pending.reason(),
            at));
    return List.copyOf(events);
  }

  /**
   * Clause 5.7: what a person asked for may be called off, with a reason. Data whose time is over
   * is kept longer only by a hold, or on a ground.
   */
  static List<SubjectEvent> cancel(
      SubjectState subject, CancelDisposal command, Registers registers, Instant now) {
    PendingDisposal pending = requirePending(subject);
    if (pending.isDue() && DueRules.isStillDue(subject, pending, registers, now)) {
      throw new Refused(new Refusal.StillDue());
    }
    return List.of(cancelled(subject, pending, command.reasonReference(), now));
  }

  static SubjectEvent cancelled(
      SubjectState subject, PendingDisposal pending, @Nullable UUID reason, Instant now) {
    return new DisposalCancelled(
        subject.subjectId(), pending.disposalId(), reason, effectiveAt(null, subject, now));
  }

  private static PendingDisposal requirePending(SubjectState subject) {
    requireActive(subject);
    return Optional.ofNullable(subject.circumstances().disposal())
        .orElseThrow(() -> new Refused(new Refusal.NothingToApprove()));
  }

  /**
   * Clauses 3.2, 5.7: a legal hold keeps the data, whoever asks for its end; so does a request of
   * the authorised body, until it is answered.
   */
  private static void requireNoHold(SubjectState subject) {
    List<Hold> holds = subject.circumstances().holds();
    if (!holds.isEmpty()) {
      throw new Refused(
          holds.stream().allMatch(Hold::isForAuthority)
              ? new Refusal.AuthorityRequestPending()
              : new Refusal.LegalHold());
    }
  }

  /** A second person approves where any purpose of the person's data asks for it. */
  static DisposalApproval approval(SubjectState subject, Registers registers) {
    if (!subject.isActive()) {
      return DisposalApproval.AUTOMATIC; // there is no data left to decide about
    }
    Stream<PurposeId> purposes =
        Stream.of(
                Stream.ofNullable(subject.purposeId()),
                subject.consents().keySet().stream(),
                subject.circumstances().grounds().stream().map(it -> it.claim().purposeId()))
            .flatMap(each -> each);
    return approval(
        purposes
            .distinct()
            .map(registers::findPurpose)
            .flatMap(Optional::stream)
            .map(PurposeState::latest)
            .map(version -> version.definition()));
  }

  static DisposalApproval approval(Stream<PurposeDefinition> purposes) {
    return purposes.anyMatch(it -> it.disposalApproval() == DisposalApproval.OFFICER)
        ? DisposalApproval.OFFICER
        : DisposalApproval.AUTOMATIC;
  }

  /** What is asked for, and done at once where nobody has to approve it. */
  static List<SubjectEvent> carriedOut(DisposalRequested requested) {
    return requested.approval() == DisposalApproval.OFFICER
        ? List.of(requested)
        : List.of(
            requested,
            done(
                requested.subjectId(),
                requested.method(),
                requested.categories(),
                requested.ground(),
                requested.reason(),
                requested.effectiveAt()));
  }

  private static SubjectEvent done(
      SubjectId subjectId,
      DisposalMethod method,
      SortedSet<Category> categories,
      DisposalGround ground,
      @Nullable RequestReason reason,
      Instant at) {
    if (!categories.isEmpty()) {
      return new CategoriesErased(subjectId, categories, ground, at);
    }
    return switch (method) {
      case ANONYMISE -> new SubjectAnonymised(subjectId, ground, reason, at);
      case DESTROY -> new SubjectDestroyed(subjectId, ground, reason, at);
    };
  }
}
