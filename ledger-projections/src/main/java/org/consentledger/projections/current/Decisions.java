package org.consentledger.projections.current;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether something may be done: now, from the current state, or at another moment, from
 * the history.
 */
public final class Decisions {

  private final CurrentSubjects subjects;
  private final CurrentRegisters registers;
  private final EventLog eventLog;

  /** A question about a subject. */
  public record Asked(SubjectId subjectId, Question question) {}

  /** Decides by these states and this history. */
  public Decisions(CurrentSubjects subjects, CurrentRegisters registers, EventLog eventLog) {
    this.subjects = subjects;
    this.registers = registers;
    this.eventLog = eventLog;
  }

  /** Decides for this moment, which is now: by all that was acknowledged before the call. */
  public Decision now(Asked asked, Instant now) {
    SubjectReader.Seen seen = subjects.look(asked.subjectId());
    return Decide.decide(seen.state().orElse(null), seen.registers(), asked.question(), now);
  }

  /**
   * Decides many questions for now, in two round trips whatever their number; answers in their
   * order.
   */
  public List<Decision> now(List<Asked> asked, Instant now) {
    Map<SubjectId, CurrentSubject> found =
        subjects.findAll(asked.stream().map(Asked::subjectId).toList());
    Registers known = registers.current();
    return asked.stream()
        .map(
            one -> {
              CurrentSubject subject = found.get(one.subjectId());
              return Decide.decide(
                  subject == null ? null : subject.state(), known, one.question(), now);
            })
        .toList();
  }

  /**
   * Decides for another moment.
   *
   * @param at the moment in the world
   * @param knownAt what was known then counts, and nothing that was recorded later
   */
  public Decision asOf(Asked asked, Instant at, Instant knownAt) {
    @Nullable SubjectState state = eventLog.historyOf(asked.subjectId()).stateAt(at, knownAt);
    return Decide.decide(state, registers.current().knownAt(knownAt), asked.question(), at);
  }

  /**
   * How the answer changed within a time: the answer at its beginning, and each that differs from
   * the one before it, with the moment from which it held.
   *
   * @param from the beginning
   * @param to the end, which no longer belongs to it
   * @param knownAt what was known then counts, and nothing that was recorded later
   */
  public List<Decision> during(Asked asked, Instant from, Instant to, Instant knownAt) {
    SubjectHistory history = eventLog.historyOf(asked.subjectId());
    Registers known = registers.current().knownAt(knownAt);
    NavigableSet<Instant> moments = turns(history, known, asked.question().purposeId());
    List<Decision> answers = new ArrayList<>();
    for (Instant at = from; at != null && (at.isBefore(to) || at.equals(from)); ) {
      Decision answer = Decide.decide(history.stateAt(at, knownAt), known, asked.question(), at);
      if (answers.isEmpty() || !says(answers.getLast()).equals(says(answer))) {
        answers.add(answer);
      }
      if (answer.validUntil() != null) {
        moments.add(answer.validUntil());
      }
      at = moments.higher(at);
    }
    return List.copyOf(answers);
  }

  /** When anything happened that may turn an answer; acts are history, and turn none. */
  private static NavigableSet<Instant> turns(
      SubjectHistory history, Registers known, PurposeId purpose) {
    NavigableSet<Instant> moments = new TreeSet<>();
    history.entries().stream()
        .map(SubjectHistory.Entry::event)
        .filter(event -> !(event instanceof ProcessingEvent.ProcessingRecorded))
        .forEach(event -> moments.add(event.effectiveAt()));
    known
        .findPurpose(purpose)
        .ifPresent(
            its -> {
              its.versions().forEach(version -> moments.add(version.effectiveFrom()));
              Optional.ofNullable(its.retiredAt()).ifPresent(moments::add);
            });
    return moments;
  }

  private static List<?> says(Decision answer) {
    return Arrays.asList(
        answer.verdict(), answer.ground(), answer.reasons(), answer.policyVersion());
  }
}
