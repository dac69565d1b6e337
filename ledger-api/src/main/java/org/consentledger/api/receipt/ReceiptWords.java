package org.consentledger.api.receipt;

import java.time.Instant;
import java.util.stream.Collectors;
import org.consentledger.api.document.Labels;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.RecipientId;

/** What several forms of a receipt say in words. */
final class ReceiptWords {

  private ReceiptWords() {}

  /** When the consent ends, and how long data is kept then. */
  static String termination(ReceiptFacts facts, Labels labels) {
    Instant end = facts.expiresAt();
    String term =
        end == null ? labels.text("term.none") : labels.text("term.until", labels.moment(end));
    return term + " " + retention(facts, labels);
  }

  static String retention(ReceiptFacts facts, Labels labels) {
    String retention = facts.purpose().definition().retention();
    return retention == null
        ? labels.text("retention.none")
        : labels.text("retention.after", labels.duration(retention));
  }

  /** To whom data may be transferred, where it may. */
  static String recipients(ConsentTerms terms, Labels labels) {
    return terms.conditions().recipients().isEmpty()
        ? labels.text("recipients.any")
        : terms.conditions().recipients().stream()
            .map(RecipientId::value)
            .collect(Collectors.joining(", "));
  }
}
