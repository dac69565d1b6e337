package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.NoticeEvent.RecipientConfirmed;
import org.consentledger.core.subject.NoticeEvent.RecipientTold;
import org.consentledger.core.subject.SubjectCommand.ConfirmNotice;
import org.consentledger.core.subject.SubjectCommand.TellRecipient;
import org.consentledger.core.vocabulary.RecipientId;

/**
 * The rules of telling recipients of the end of data (clause 2.14): first it is gone here, then
 * they are told, then they confirm. The subject's history says who was given what.
 */
final class NoticeRules {

  private NoticeRules() {}

  /** Told twice is told once. */
  static List<SubjectEvent> tell(
      SubjectState subject, SubjectHistory history, TellRecipient command, Instant now) {
    Disposal disposal = known(history, command.disposalId());
    Disposal.Done done = done(disposal);
    RecipientNotice notice = notice(disposal, command.recipientId());
    if (notice.told() != null) {
      return List.of();
    }
    Instant at = effectiveAt(command.effectiveAt(), subject, now);
    if (at.isBefore(done.at())) {
      throw new Refused(new Refusal.DisposalNotDone());
    }
    return List.of(
        new RecipientTold(
            command.subjectId(),
            command.disposalId(),
            command.recipientId(),
            command.channel(),
            command.evidenceReference(),
            at));
  }

  /** Confirmed twice is confirmed once. */
  static List<SubjectEvent> confirm(
      SubjectState subject, SubjectHistory history, ConfirmNotice command, Instant now) {
    Disposal disposal = known(history, command.disposalId());
    done(disposal);
    RecipientNotice notice = notice(disposal, command.recipientId());
    if (notice.confirmed() != null) {
      return List.of();
    }
    Instant at = effectiveAt(command.effectiveAt(), subject, now);
    if (notice.told() == null || at.isBefore(notice.told().at())) {
      throw new Refused(new Refusal.ConfirmationBeforeNotice());
    }
    return List.of(
        new RecipientConfirmed(
            command.subjectId(),
            command.disposalId(),
            command.recipientId(),
            command.channel(),
            command.evidenceReference(),
            at));
  }

  private static Disposal known(SubjectHistory history, UUID disposalId) {
    return Disposals.find(history, disposalId)
        .orElseThrow(() -> new Refused(new Refusal.DisposalUnknown()));
  }

  private static Disposal.Done done(Disposal disposal) {
    return Optional.ofNullable(disposal.done())
        .orElseThrow(() -> new Refused(new Refusal.DisposalNotDone()));
  }

  private static RecipientNotice notice(Disposal disposal, RecipientId recipient) {
    return disposal
        .notice(recipient)
        .orElseThrow(() -> new Refused(new Refusal.RecipientWithoutData()));
  }
}
