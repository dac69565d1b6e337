package org.consentledger.core.subject;

import java.util.Optional;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Reads what is true of a subject without reading all that ever happened to it, so that the cost of
 * a command does not grow with the subject's past.
 */
@FunctionalInterface
public interface SubjectReader {

  /** What one look sees: a subject, if it is known, and the registers. */
  record Seen(Optional<CurrentSubject> subject, Registers registers) {

    /** What is true of the subject, if it is known. */
    public Optional<SubjectState> state() {
      return subject.map(CurrentSubject::state);
    }
  }

  /** A subject and the registers, with everything that was acknowledged before the call. */
  Seen look(SubjectId subject);

  /**
   * The state of a subject, with everything that was acknowledged before the call; empty where
   * nobody is registered.
   */
  default Optional<CurrentSubject> find(SubjectId subject) {
    return look(subject).subject();
  }
}
