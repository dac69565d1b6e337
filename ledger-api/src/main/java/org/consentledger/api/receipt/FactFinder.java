package org.consentledger.api.receipt;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consentledger.api.document.PublicAddress;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.subject.ConsentReceipt;
import org.consentledger.core.subject.RegistrationEvent.SubjectRegistered;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what a receipt says: in the subject's history, in the registers, and in the operator's own
 * part of the vault. It needs nothing of the person's data, so that receipts outlive it.
 */
@Component
final class FactFinder {

  private static final TypeReference<TreeMap<Language, String>> TITLES = new TypeReference<>() {};

  private final EventLog eventLog;
  private final RegisterReader registers;
  private final OperatorProfiles operators;
  private final Vault vault;
  private final JsonMapper json;
  private final SortedSet<Category> sensitive;
  private final PublicAddress address;

  FactFinder(
      EventLog eventLog,
      RegisterReader registers,
      OperatorProfiles operators,
      Vault vault,
      JsonMapper json,
      @Value(
              "${ledger.receipts.sensitive-categories:"
                  + "HEALTH,BIOMETRICS,GENETICS,ETHNICITY,POLITICS,RELIGION,SEXUAL_LIFE,CRIMINAL_RECORD}")
          List<String> sensitive,
      PublicAddress address) {
    this.eventLog = eventLog;
    this.registers = registers;
    this.operators = operators;
    this.vault = vault;
    this.json = json;
    this.sensitive =
        sensitive.stream().map(Category::new).collect(Collectors.toCollection(TreeSet::new));
    this.address = address;
  }

  /**
   * The facts of a receipt.
   *
   * @throws Refused where nobody is registered under this identifier, or the operator was never
   *     described
   * @throws ProblemException where the event is none of a consent of this subject
   */
  ReceiptFacts find(SubjectId subject, UUID receiptId) {
    SubjectHistory history = eventLog.historyOf(subject);
    if (history.entries().isEmpty()) {
      throw new Refused(new Refusal.SubjectUnknown());
    }
    ConsentReceipt receipt =
        ConsentReceipt.find(history, receiptId).orElseThrow(FactFinder::receiptUnknown);
    OperatorProfile operator =
        operators
            .knownAt(receipt.recordedAt())
            .orElseThrow(() -> new Refused(new Refusal.OperatorNotDescribed()));
    PurposeVersion purpose = purpose(receipt);
    ReceiptFacts facts =
        new ReceiptFacts(
            receipt,
            purpose,
            title(purpose),
            operator,
            language(receipt, history),
            new TreeSet<>(sensitive),
            address.value());
    facts.sensitive().retainAll(facts.categories());
    return facts;
  }

  private static ProblemException receiptUnknown() {
    return new ProblemException(
        Problem.of(
                HttpStatus.NOT_FOUND,
                "RECEIPT_UNKNOWN",
                "The subject has no receipt of this identifier. A receipt has that of its event:"
                    + " consent given, renewed, refused, withdrawn or expired.")
            .withClause("7.1"));
  }

  private PurposeVersion purpose(ConsentReceipt receipt) {
    PurposeState purpose = registers.current().purpose(receipt.event().purposeId());
    ConsentReceipt.Consent consent = receipt.consent();
    return consent == null
        ? purpose
            .knownAt(receipt.recordedAt())
            .orElse(purpose)
            .asItWas(receipt.event().effectiveAt())
        : purpose.version(consent.terms().purposeVersion()).orElseThrow();
  }

  private Map<Language, String> title(PurposeVersion purpose) {
    UUID reference = purpose.definition().titleReference();
    byte[] title = vault.documents(Vault.OPERATOR, List.of(reference)).get(reference);
    return json.readValue(requireNonNull(title), TITLES);
  }

  /** Who refused was asked in some language, too; the one of the registration is the likeliest. */
  private static Language language(ConsentReceipt receipt, SubjectHistory history) {
    ConsentReceipt.Consent consent = receipt.consent();
    return consent == null
        ? history.entries().stream()
            .map(SubjectHistory.Entry::event)
            .filter(SubjectRegistered.class::isInstance)
            .map(event -> ((SubjectRegistered) event).language())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Language.RU)
        : consent.terms().language();
  }
}
