package org.consentledger.core.decision;

import java.time.Instant;
import java.util.SortedSet;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Category;

/**
 * What is decided, with everything that is known of it at its moment.
 *
 * @param subject somebody of whom there is personal data
 * @param purpose the version of the purpose in force
 */
record Matter(
    SubjectState subject,
    Registers registers,
    Question question,
    PurposeVersion purpose,
    Instant moment) {

  /** What the question is about: the data that it names, or else all that the purpose needs. */
  SortedSet<Category> asked() {
    return question.categories().isEmpty()
        ? purpose.definition().categories()
        : question.categories();
  }
}
