package org.consentledger.api.subject;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.subject.Continuing;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.springframework.stereotype.Component;

/** Tells a person who ends processing what goes on, and on which ground (clause 3.1). */
@Component
public final class WhatContinues {

  private final CurrentSubjects subjects;
  private final Clock clock;

  /** The rule that says what goes on. */
  private interface Rule {
    List<ClaimedGround> grounds(SubjectReader.Seen seen, Instant now);
  }

  WhatContinues(CurrentSubjects subjects, Clock clock) {
    this.subjects = subjects;
    this.clock = clock;
  }

  /** What goes on of somebody who withdraws the consent to this purpose. */
  public List<ClaimedGroundView> afterWithdrawal(SubjectId subjectId, PurposeId purpose) {
    return tell(
        subjectId,
        (seen, now) ->
            seen.state()
                .map(state -> Continuing.afterWithdrawal(state, seen.registers(), purpose, now))
                .orElse(List.of()));
  }

  /** What goes on of somebody who has withdrawn every consent. */
  public List<ClaimedGroundView> afterEveryWithdrawal(SubjectId subjectId) {
    return tell(
        subjectId,
        (seen, now) ->
            seen.state()
                .map(state -> Continuing.afterEveryWithdrawal(state, seen.registers(), now))
                .orElse(List.of()));
  }

  /** What goes on of somebody who demands that processing for these purposes stops. */
  public List<ClaimedGroundView> afterCessation(
      SubjectId subjectId, SortedSet<PurposeId> purposes) {
    return tell(
        subjectId,
        (seen, now) ->
            seen.state()
                .map(state -> Continuing.afterCessation(state, seen.registers(), purposes, now))
                .orElse(List.of()));
  }

  private List<ClaimedGroundView> tell(SubjectId subjectId, Rule rule) {
    Instant now = clock.instant();
    return rule.grounds(subjects.look(subjectId), now).stream()
        .map(ground -> ClaimedGroundView.of(ground, now))
        .toList();
  }
}
