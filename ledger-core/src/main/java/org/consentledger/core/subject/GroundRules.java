package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;
import static org.consentledger.core.subject.Moments.requireActive;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.CessationEvent.CessationDemanded;
import org.consentledger.core.subject.CessationEvent.TransferCessationDemanded;
import org.consentledger.core.subject.GroundEvent.GroundClaimed;
import org.consentledger.core.subject.GroundEvent.GroundEnded;
import org.consentledger.core.subject.SubjectCommand.ClaimGround;
import org.consentledger.core.subject.SubjectCommand.DemandCessation;
import org.consentledger.core.subject.SubjectCommand.DemandTransferCessation;
import org.consentledger.core.subject.SubjectCommand.EndGround;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * The rules of the grounds other than consent, and of the person's demand to stop (clauses 3.1,
 * 3.2, 4.1, 7.2 to 7.7, 8.9).
 */
final class GroundRules {

  private GroundRules() {}

  /**
   * Section 7: a ground is claimed for a purpose that rests on it, with the evidence that its
   * clause demands, and with a term.
   */
  static List<SubjectEvent> claim(
      SubjectState subject, ClaimGround command, Registers registers, Instant now) {
    requireActive(subject);
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    if (command.ground() == LegalGround.CONSENT) {
      throw new Refused(new Refusal.ConsentNotClaimed());
    }
    if (!registers.isAllowed(command.ground(), effectiveAt)) {
      throw new Refused(new Refusal.GroundSwitchedOff(command.ground()));
    }
    requireEvidence(command);
    PurposeState purpose = registers.purpose(command.purposeId());
    if (purpose.isRetiredAt(effectiveAt)) {
      throw new Refused(new Refusal.PurposeRetired());
    }
    PurposeVersion version = purpose.asItWas(effectiveAt);
    requireAsGround(version, command.ground());
    if (!version.definition().categories().containsAll(command.categories())) {
      throw new Refused(new Refusal.CategoryOutsidePurpose());
    }
    Instant validUntil =
        command.validUntil() == null
            ? version.definition().claimEnd(effectiveAt)
            : command.validUntil();
    if (!validUntil.isAfter(effectiveAt)) {
      throw new Refused(new Refusal.ExpiryBeforeBeginning());
    }
    GroundClaim claim =
        new GroundClaim(
            command.groundId(),
            command.ground(),
            command.purposeId(),
            command.categories().isEmpty()
                ? version.definition().categories()
                : command.categories(),
            command.evidenceReference(),
            command.approverReference(),
            validUntil);
    return List.of(new GroundClaimed(command.subjectId(), claim, effectiveAt));
  }

  /** Clauses 7.2 to 7.7: the law's title alone is no ground; each asks for its own evidence. */
  private static void requireEvidence(ClaimGround command) {
    List<String> missing =
        command.ground().evidence().stream()
            .filter(key -> !command.evidence().contains(key))
            .toList();
    if (!missing.isEmpty()) {
      throw new Refused(new Refusal.EvidenceMissing(command.ground(), missing));
    }
  }

  /** Section 6 and clause 4.1: the purpose lists its grounds; marketing has consent alone. */
  private static void requireAsGround(PurposeVersion version, LegalGround ground) {
    if (version.definition().marketing()) {
      throw new Refused(new Refusal.MarketingNeedsConsent());
    }
    if (!version.definition().grounds().contains(ground)) {
      throw new Refused(new Refusal.GroundOutsidePurpose());
    }
  }

  /** Clause 8.9: a ground ends once; an end that came to be known late may be an earlier one. */
  static List<SubjectEvent> end(SubjectState subject, EndGround command, Instant now) {
    requireActive(subject);
    ClaimedGround ground =
        subject
            .circumstances()
            .ground(command.groundId())
            .orElseThrow(() -> new Refused(new Refusal.GroundUnknown()));
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    if (effectiveAt.isBefore(ground.effectiveAt())) {
      throw new Refused(new Refusal.EndBeforeBeginning());
    }
    if (ground.endedAt() != null && !effectiveAt.isBefore(ground.endedAt())) {
      return List.of(); // asked twice, done once
    }
    return List.of(new GroundEnded(command.subjectId(), command.groundId(), effectiveAt));
  }

  /**
   * Clauses 3.2, 4.1: a demand to stop is never refused. Asked again while nothing has begun since,
   * it changes nothing.
   */
  static List<SubjectEvent> cease(
      SubjectState subject, DemandCessation command, Registers registers, Instant now) {
    requireActive(subject);
    command.purposes().forEach(registers::purpose);
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    return isSettled(subject, StopKind.CESSATION, command.purposes(), effectiveAt)
        ? List.of()
        : List.of(new CessationDemanded(command.subjectId(), command.purposes(), effectiveAt));
  }

  /** Clause 3.2: a demand that data is no longer handed on is never refused. */
  static List<SubjectEvent> ceaseTransfer(
      SubjectState subject, DemandTransferCessation command, Registers registers, Instant now) {
    requireActive(subject);
    command.purposes().forEach(registers::purpose);
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    return isSettled(subject, StopKind.TRANSFER_CESSATION, command.purposes(), effectiveAt)
        ? List.of()
        : List.of(
            new TransferCessationDemanded(command.subjectId(), command.purposes(), effectiveAt));
  }

  private static boolean isSettled(
      SubjectState subject, StopKind kind, SortedSet<PurposeId> purposes, Instant effectiveAt) {
    return subject.circumstances().stops().stream()
        .filter(stop -> stop.kind() == kind)
        .filter(stop -> covers(stop, purposes))
        .anyMatch(
            stop ->
                !effectiveAt.isBefore(stop.effectiveAt())
                    && !beganSince(subject, purposes, stop.effectiveAt()));
  }

  private static boolean covers(Stop stop, SortedSet<PurposeId> purposes) {
    return stop.purposes().isEmpty()
        || (!purposes.isEmpty() && stop.purposes().containsAll(purposes));
  }

  private static boolean beganSince(
      SubjectState subject, SortedSet<PurposeId> purposes, Instant moment) {
    boolean consented =
        subject.consents().entrySet().stream()
            .filter(entry -> purposes.isEmpty() || purposes.contains(entry.getKey()))
            .anyMatch(
                entry ->
                    entry.getValue() instanceof ConsentAnswer.Given given
                        && given.effectiveAt().isAfter(moment));
    boolean claimed =
        subject.circumstances().grounds().stream()
            .filter(ground -> purposes.isEmpty() || purposes.contains(ground.claim().purposeId()))
            .anyMatch(ground -> ground.effectiveAt().isAfter(moment));
    return consented || claimed;
  }
}
