package org.consentledger.projections.current;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectState;
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
    CurrentSubjects.Seen seen = subjects.look(asked.subjectId());
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
}
