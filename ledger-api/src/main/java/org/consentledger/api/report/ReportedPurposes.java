package org.consentledger.api.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.api.document.Labels;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For what a person's data is held, and on what that rests. */
@Component
final class ReportedPurposes {

  private final PurposeTitles titles;

  ReportedPurposes(PurposeTitles titles) {
    this.titles = titles;
  }

  /** The purposes, in the order of their codes. */
  List<SubjectReport.ReportedPurpose> of(
      SubjectState subject, Registers registers, Labels labels, Instant now) {
    SortedSet<PurposeId> all = new TreeSet<>(subject.consents().keySet());
    subject.circumstances().grounds().forEach(ground -> all.add(ground.claim().purposeId()));
    if (subject.purposeId() != null) {
      all.add(subject.purposeId());
    }
    return all.stream()
        .map(
            purposeId -> {
              Optional<PurposeDefinition> definition =
                  registers.findPurpose(purposeId).map(it -> it.latest().definition());
              return new SubjectReport.ReportedPurpose(
                  purposeId,
                  titles.of(purposeId, registers, labels.language()),
                  definition.map(PurposeDefinition::categories).orElseGet(TreeSet::new),
                  definition.map(PurposeDefinition::retention).orElse(null),
                  Stream.concat(
                          consent(subject.consent(purposeId), labels, now).stream(),
                          subject.circumstances().groundsFor(purposeId).stream()
                              .map(ground -> footing(ground, labels, now)))
                      .toList());
            })
        .toList();
  }

  private static Optional<SubjectReport.Footing> consent(
      ConsentAnswer answer, Labels labels, Instant now) {
    return switch (answer) {
      case ConsentAnswer.Given it ->
          Optional.of(
              consent(
                  labels,
                  it.isExpired(now) ? SubjectReport.Standing.ENDED : SubjectReport.Standing.HOLDS,
                  it,
                  it.terms().expiresAt(),
                  it.eventId()));
      case ConsentAnswer.Withdrawn it ->
          Optional.of(consent(labels, SubjectReport.Standing.WITHDRAWN, it, null, it.eventId()));
      case ConsentAnswer.Refused it ->
          Optional.of(consent(labels, SubjectReport.Standing.REFUSED, it, null, it.eventId()));
      case ConsentAnswer.NeverAsked it -> Optional.empty();
    };
  }

  private static SubjectReport.Footing consent(
      Labels labels,
      SubjectReport.Standing standing,
      ConsentAnswer answer,
      @Nullable Instant until,
      UUID evidence) {
    return new SubjectReport.Footing(
        LegalGround.CONSENT,
        LegalGround.CONSENT.clause(),
        labels.text("legalGround", LegalGround.CONSENT),
        standing,
        answer.effectiveAt(),
        until,
        evidence);
  }

  private static SubjectReport.Footing footing(ClaimedGround ground, Labels labels, Instant now) {
    LegalGround kind = ground.claim().ground();
    return new SubjectReport.Footing(
        kind,
        kind.clause(),
        labels.text("legalGround", kind),
        ground.holdsAt(now) ? SubjectReport.Standing.HOLDS : SubjectReport.Standing.ENDED,
        ground.effectiveAt(),
        ground.endedAt() == null ? ground.claim().validUntil() : ground.endedAt(),
        ground.eventId());
  }
}
