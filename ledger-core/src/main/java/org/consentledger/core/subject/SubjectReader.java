package org.consentledger.core.subject;

import java.util.Optional;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Reads what is true of a subject without reading all that ever happened to it, so that the cost of
 * a command does not grow with the subject's past.
 */
@FunctionalInterface
public interface SubjectReader {

  /**
   * The state of a subject, with everything that was acknowledged before the call; empty where
   * nobody is registered.
   */
  Optional<CurrentSubject> find(SubjectId subject);
}
