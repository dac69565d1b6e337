package org.consentledger.api.site.person;

import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Whoever has opened their own page. A controller that takes one can be about nobody else: nothing
 * in a request but its session says who it is.
 */
record Person(SubjectReader.Seen seen) {

  /** Who acts: whoever has read the letter with the link. The events say of whom they are. */
  static final String ACTOR = "personal-page";

  SubjectState state() {
    return seen.state().orElseThrow();
  }

  SubjectId subjectId() {
    return state().subjectId();
  }

  Registers registers() {
    return seen.registers();
  }
}
