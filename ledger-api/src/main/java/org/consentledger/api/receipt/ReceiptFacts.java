package org.consentledger.api.receipt;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.ConsentReceipt;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * What every form of a receipt says. None of it changes later.
 *
 * @param purpose the version of the purpose that was consented to, or that was in force
 * @param title the purpose's name in each language that it has one in
 * @param operator as it was known when the event was recorded
 * @param language in which consent was asked
 * @param sensitive those of the categories that the operator counts as sensitive
 * @param address under which the ledger is reached, without a slash at its end
 */
record ReceiptFacts(
    ConsentReceipt receipt,
    PurposeVersion purpose,
    Map<Language, String> title,
    OperatorProfile operator,
    Language language,
    SortedSet<Category> sensitive,
    String address) {

  ReceiptFacts {
    title = Map.copyOf(title);
  }

  UUID receiptId() {
    return receipt.receiptId();
  }

  ConsentEvent event() {
    return receipt.event();
  }

  ReceiptKind kind() {
    return ReceiptKind.of(receipt.event());
  }

  /** The terms of the consent that the event gave or ended; none where there was none. */
  @Nullable ConsentTerms terms() {
    ConsentReceipt.Consent consent = receipt.consent();
    return consent == null ? null : consent.terms();
  }

  /** The end of the consent's term; none where it has none, or there is no consent. */
  @Nullable Instant expiresAt() {
    ConsentTerms terms = terms();
    return terms == null ? null : terms.expiresAt();
  }

  /** The categories consented to, or asked for. */
  SortedSet<Category> categories() {
    ConsentTerms terms = terms();
    return terms == null ? purpose.definition().categories() : terms.categories();
  }

  PolicyVersion policyVersion() {
    ConsentTerms terms = terms();
    return terms == null ? purpose.definition().policyVersion() : terms.policyVersion();
  }

  String policyUrl() {
    return address + "/policy/" + policyVersion();
  }

  /** The way by which the answer came; none where time alone acted. */
  @Nullable Channel channel() {
    return switch (event()) {
      case ConsentEvent.ConsentGiven given -> given.terms().channel();
      case ConsentEvent.ConsentRenewed renewed -> renewed.terms().channel();
      case ConsentEvent.ConsentRefused refused -> refused.channel();
      case ConsentEvent.ConsentWithdrawn withdrawn -> withdrawn.channel();
      case ConsentEvent.ConsentExpired expired -> null;
    };
  }

  /** The purpose's name in this language, or in any that it has one in, or its code. */
  String title(Language wanted) {
    String named = title.get(wanted);
    return named == null
        ? title.values().stream().sorted().findFirst().orElse(event().purposeId().value())
        : named;
  }
}
