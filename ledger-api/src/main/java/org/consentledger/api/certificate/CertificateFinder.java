package org.consentledger.api.certificate;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.api.certificate.DisposalCertificate.BackupState;
import org.consentledger.api.certificate.DisposalCertificate.Backups;
import org.consentledger.api.certificate.DisposalCertificate.CertificateKind;
import org.consentledger.api.certificate.DisposalCertificate.CertifiedOperator;
import org.consentledger.api.certificate.DisposalCertificate.CertifiedTerm;
import org.consentledger.api.certificate.DisposalCertificate.DisposalMeans;
import org.consentledger.api.certificate.DisposalCertificate.Told;
import org.consentledger.api.certificate.DisposalCertificate.ToldRecipient;
import org.consentledger.api.inventory.InformationSystems;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.core.calendar.Counting;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.Due;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.Paused;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.personaldata.Epochs;
import org.consentledger.core.personaldata.ErasedStore;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.subject.Disposal;
import org.consentledger.core.subject.Disposals;
import org.consentledger.core.subject.RecipientNotice;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.projections.disposal.DisposalList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what a certificate says: in the subject's history, and in the registers as they were known
 * when the end of the data was recorded. It needs nothing of the person's data.
 */
@Component
final class CertificateFinder {

  private final DisposalList disposals;
  private final EventLog eventLog;
  private final RegisterReader registers;
  private final Deadlines deadlines;
  private final InformationSystems systems;
  private final OperatorProfiles operators;
  private final Epochs epochs;

  CertificateFinder(
      DisposalList disposals,
      EventLog eventLog,
      RegisterReader registers,
      Deadlines deadlines,
      InformationSystems systems,
      OperatorProfiles operators,
      Epochs epochs) {
    this.disposals = disposals;
    this.eventLog = eventLog;
    this.registers = registers;
    this.deadlines = deadlines;
    this.systems = systems;
    this.operators = operators;
    this.epochs = epochs;
  }

  /**
   * The certificate, without its proof.
   *
   * @param knownAt what was recorded by then counts
   * @throws Refused where there is no such disposal, it was not done by then, or the operator was
   *     never described
   */
  DisposalCertificate find(UUID disposalId, Instant knownAt) {
    DisposalList.Listed listed =
        disposals.find(disposalId).orElseThrow(() -> new Refused(new Refusal.DisposalUnknown()));
    Disposal disposal =
        Disposals.find(known(listed, knownAt), disposalId)
            .orElseThrow(() -> new Refused(new Refusal.DisposalNotDone()));
    Disposal.@Nullable Done done = disposal.done();
    Long position = listed.donePosition();
    if (done == null || position == null) {
      throw new Refused(new Refusal.DisposalNotDone());
    }
    return certificate(disposal, done, position, knownAt);
  }

  private SubjectHistory known(DisposalList.Listed listed, Instant knownAt) {
    return new SubjectHistory(
        eventLog.historyOf(listed.disposal().subjectId()).entries().stream()
            .filter(entry -> !entry.recordedAt().isAfter(knownAt))
            .toList());
  }

  private DisposalCertificate certificate(
      Disposal disposal, Disposal.Done done, long position, Instant knownAt) {
    Backups backups = Backups.of(epochs.copiesOfKeyOf(disposal.subjectId()).orElse(null), knownAt);
    Disposal.@Nullable Approved approved = disposal.approved();
    return new DisposalCertificate(
        DisposalCertificate.FORM,
        Kazakhstan.dayOf(done.recordedAt()).getYear() + "-" + position,
        1 + disposal.changes() + backups.editions(),
        backups.state() == BackupState.DEAD && disposal.outstanding().isEmpty(),
        disposal.disposalId(),
        disposal.subjectId(),
        operator(done),
        kind(disposal),
        disposal.whole() ? DisposalMeans.DELETED_WITH_KEY : DisposalMeans.DELETED,
        DisposalCertificate.LEDGER,
        disposal.ground(),
        disposal.ground().clause(),
        disposal.reason(),
        disposal.categories(),
        disposal.requestedBy(),
        disposal.requestedAt(),
        approved == null ? null : approved.by(),
        approved == null ? null : approved.at(),
        disposal.triggeredAt(),
        term(disposal),
        done.at(),
        done.recordedAt(),
        done.evidence(),
        position,
        systems.inUse(done.at(), done.recordedAt()),
        ErasedStore.of(disposal),
        disposal.notices().stream().map(CertificateFinder::recipient).toList(),
        backups,
        null);
  }

  private CertifiedOperator operator(Disposal.Done done) {
    return operators
        .knownAt(done.recordedAt())
        .map(profile -> new CertifiedOperator(profile.name(), profile.bin()))
        .orElseThrow(() -> new Refused(new Refusal.OperatorNotDescribed()));
  }

  private static CertificateKind kind(Disposal disposal) {
    if (!disposal.whole()) {
      return CertificateKind.ERASURE;
    }
    return switch (disposal.method()) {
      case DESTROY -> CertificateKind.DESTRUCTION;
      case ANONYMISE -> CertificateKind.ANONYMISATION;
    };
  }

  /** It runs from the end of the time for which the data was kept, or else from the request. */
  private CertifiedTerm term(Disposal disposal) {
    Instant from = disposal.dueAt() == null ? disposal.requestedAt() : disposal.dueAt();
    LegalTerm term = registers.current().knownAt(from).legalTerm(termId(disposal.ground()), from);
    return switch (deadlines.due(Counting.from(from, term))) {
      case Due due ->
          new CertifiedTerm(
              term.id(),
              term.article(),
              term.length(),
              term.unit(),
              term.certainty(),
              from,
              due.day(),
              due.calendarConfirmed());
      case Paused paused -> throw new IllegalStateException("Nothing paused this term.");
    };
  }

  /** Which term of the law a ground starts. */
  static LegalTermId termId(DisposalGround ground) {
    return switch (ground) {
      case REQUEST -> LegalTermId.RECTIFY_BLOCK_DESTROY;
      case UNLAWFUL_PROCESSING -> LegalTermId.UNLAWFUL;
      case RETENTION_ENDED,
          PURPOSE_ACHIEVED,
          CONSENT_WITHDRAWN,
          CONSENT_EXPIRED,
          CESSATION_DEMANDED,
          COURT_ACT ->
          LegalTermId.RETENTION_END;
    };
  }

  private static ToldRecipient recipient(RecipientNotice notice) {
    return new ToldRecipient(
        notice.recipientId(), message(notice.told()), message(notice.confirmed()));
  }

  private static @Nullable Told message(RecipientNotice.@Nullable Message message) {
    return message == null ? null : new Told(message.channel(), message.at(), message.evidence());
  }
}
