package org.consentledger.api.site.consent;

import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;

/**
 * What somebody reads before they consent: the very words, which are kept with the consent.
 *
 * @param policyVersion the version of the policy that it goes by
 * @param lines what it says, in order
 * @param offers what may be allowed besides, each by a choice of its own
 */
record ConsentNotice(
    PolicyVersion policyVersion, Language language, List<Line> lines, Offers offers) {

  /** A line: what it is about, and what it says of it. */
  record Line(String label, String value) {}

  /**
   * What may be allowed besides processing by the operator; what makes no sense for the purpose is
   * not asked.
   *
   * @param transfer whether data may be given to others, here and abroad (clauses 8.2, 10)
   * @param publication whether data may be disseminated to an unlimited circle (clause 2.9)
   */
  record Offers(boolean transfer, boolean publication) {}

  /** The exact text. */
  String text() {
    return lines.stream()
        .map(line -> line.label() + ": " + line.value())
        .collect(Collectors.joining("\n"));
  }
}
