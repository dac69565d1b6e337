package org.consentledger.core.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.recipient.RecipientVersion;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.jspecify.annotations.Nullable;

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

  /** Whether the person is written to or called: their address or number is used. */
  boolean reachesThePerson() {
    return question.action() == ProcessingAction.USE
        && asked().stream().anyMatch(Category::isForContact);
  }

  /** Whether somebody in particular is handed the data; the public is nobody in particular. */
  boolean handsOver() {
    return question.action().isTransferring() && question.action() != ProcessingAction.DISSEMINATE;
  }

  /** The recipient as it was described at the moment; none where none is named, or known. */
  Optional<RecipientVersion> recipient() {
    return Optional.ofNullable(question.recipientId())
        .flatMap(registers::findRecipient)
        .flatMap(it -> it.inForceAt(moment));
  }

  /** Clause 2.13: data goes abroad where the country is, or the recipient who is handed it. */
  boolean crossesBorder() {
    String recipientsCountry =
        handsOver() ? recipient().map(RecipientVersion::country).orElse(null) : null;
    return isAbroad(question.country()) || isAbroad(recipientsCountry);
  }

  private static boolean isAbroad(@Nullable String country) {
    return country != null && !country.equals("KZ");
  }
}
