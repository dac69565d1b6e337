package org.consentledger.core.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What the authorised body asks about (clause 3.2); its words are sealed. What is missing does not
 * limit it.
 *
 * @param subjectIds about these people, whose data is kept until the answer; none for all, whose
 *     data takes its course
 * @param from about what was recorded at this moment or later
 * @param to about what was recorded before this moment
 * @param answerBy the day by which it wants its answer, in Kazakhstan; wins where it is sooner than
 *     the term
 */
public record AuthorityQuestion(
    SortedSet<SubjectId> subjectIds,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable LocalDate answerBy) {

  /** Copies the set. */
  public AuthorityQuestion {
    subjectIds = Collections.unmodifiableSortedSet(new TreeSet<>(subjectIds));
  }
}
