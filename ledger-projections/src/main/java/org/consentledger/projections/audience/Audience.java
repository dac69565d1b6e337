package org.consentledger.projections.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentFootings;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subjects of whom a question is permitted, in the order of their identifiers, as single
 * decisions would. It is read in parts, each with what is true when it is read, so that a
 * withdrawal that was acknowledged before a part is read is respected in it.
 */
public final class Audience {

  private final CurrentFootings footings;

  /**
   * Somebody of whom it is permitted.
   *
   * @param validUntil the moment at which time alone may end the permission; none where it never
   *     will
   */
  public record Member(SubjectId subjectId, @Nullable Instant validUntil) {}

  /**
   * A part of an audience, which may be empty although others follow.
   *
   * @param last the subject after whom the next part begins; none where this is the last part
   */
  public record Part(List<Member> members, @Nullable SubjectId last) {}

  /** Decides on these candidates. */
  public Audience(CurrentFootings footings) {
    this.footings = footings;
  }

  /**
   * The next part.
   *
   * @param after the subject after whom it begins, or none for the beginning
   * @param now this moment
   */
  public Part part(Question question, @Nullable SubjectId after, Instant now) {
    CurrentFootings.Look look = footings.look(question, after);
    List<Member> members = new ArrayList<>();
    for (SubjectState state : look.states()) {
      Decision decision = Decide.decide(state, look.registers(), question, now);
      if (decision.isPermitted()) {
        members.add(new Member(state.subjectId(), decision.validUntil()));
      }
    }
    return new Part(members, look.isLast() ? null : look.states().getLast().subjectId());
  }

  /**
   * The first members after a place.
   *
   * @param most how many at most
   */
  public List<Member> first(Question question, @Nullable SubjectId after, int most, Instant now) {
    List<Member> members = new ArrayList<>();
    SubjectId place = after;
    do {
      Part part = part(question, place, now);
      part.members().stream().limit(most - members.size()).forEach(members::add);
      place = part.last();
    } while (place != null && members.size() < most);
    return members;
  }
}
