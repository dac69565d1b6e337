package org.consentledger.core.subject;

import org.consentledger.core.vocabulary.SubjectId;

/** Reads all that happened to a subject, for a command that is about the past. */
@FunctionalInterface
public interface HistoryReader {

  /** The history as it is now. */
  SubjectHistory historyOf(SubjectId subject);
}
