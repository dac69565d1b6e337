package org.consentledger.api.console.subject;

import java.time.Instant;
import org.consentledger.api.subject.SubjectView;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a page is about, as one look saw them. It holds no personal data.
 *
 * @param state what was true of them
 * @param version the version of the state; none where it is about the past
 * @param registers the registers by which it was looked
 * @param at the moment that it is about
 */
public record Person(SubjectState state, @Nullable Long version, Registers registers, Instant at) {

  /** Who it is. */
  public SubjectId id() {
    return state.subjectId();
  }

  /** The state as the API tells it. */
  public SubjectView view() {
    return SubjectView.of(state, version, at);
  }

  /** Whether it is about another moment than now. */
  public boolean past() {
    return version == null;
  }
}
