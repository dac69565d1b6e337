package org.consentledger.api.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.document.Labels;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as Kantara's consent receipt v1.1 has it. {@code consentStatus}, {@code supersedes} and
 * {@code proof} are the ledger's own, because Kantara's receipts are for consent that was given.
 *
 * @param version of the form
 * @param jurisdiction whose law applies
 * @param consentTimestamp when it took effect, in seconds since 1970
 * @param collectionMethod the way by which the answer came, in words
 * @param consentReceiptId the receipt: the identifier of its event
 * @param language of the words: ru, kk or en
 * @param piiPrincipalId the subject
 * @param piiControllers the operators
 * @param policyUrl the version of the policy that was shown
 * @param services what it is about
 * @param sensitive whether some of the data is sensitive
 * @param spiCat the sensitive categories
 * @param consentStatus what became of the consent
 * @param supersedes the receipt for the same purpose before this one
 * @param proof what vouches for the receipt; not there in what is signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KantaraReceipt(
    String version,
    String jurisdiction,
    long consentTimestamp,
    String collectionMethod,
    @JsonProperty("consentReceiptID") UUID consentReceiptId,
    Language language,
    SubjectId piiPrincipalId,
    List<Controller> piiControllers,
    String policyUrl,
    List<Service> services,
    boolean sensitive,
    List<String> spiCat,
    ReceiptKind consentStatus,
    @Nullable UUID supersedes,
    @Nullable DocumentProof proof) {

  /**
   * An operator. What it did not say of itself is the empty text, because the form demands each.
   *
   * @param piiController its name
   * @param contact who is responsible for personal data
   * @param address where it is
   * @param email the address to which people write
   * @param phone the number that people call
   * @param piiControllerUrl the address of its site
   */
  @Schema(name = "KantaraController", description = "An operator.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Controller(
      String piiController,
      String contact,
      Address address,
      String email,
      String phone,
      @Nullable String piiControllerUrl) {}

  /**
   * Where an operator is.
   *
   * @param addressCountry ISO 3166
   * @param streetAddress the address as the operator writes it
   */
  @Schema(name = "KantaraAddress", description = "Where an operator is.")
  record Address(String addressCountry, String streetAddress) {}

  /**
   * What the operator does.
   *
   * @param service its name
   * @param purposes what the data is for
   */
  @Schema(name = "KantaraService", description = "What the operator does.")
  record Service(String service, List<Purpose> purposes) {}

  /**
   * What data is for.
   *
   * @param purpose its name
   * @param consentType EXPLICIT: there is no other
   * @param purposeCategory the kind of purpose, as Kantara lists them
   * @param piiCategory the categories of data
   * @param primaryPurpose whether the service could not do without
   * @param termination when it ends
   * @param thirdPartyDisclosure whether data may go to others
   * @param thirdPartyName to whom; there where it may
   */
  @Schema(name = "KantaraPurpose", description = "What data is for.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Purpose(
      String purpose,
      String consentType,
      List<String> purposeCategory,
      List<String> piiCategory,
      boolean primaryPurpose,
      String termination,
      boolean thirdPartyDisclosure,
      @Nullable String thirdPartyName) {}

  /** The receipt without its proof. */
  static KantaraReceipt of(ReceiptFacts facts, Labels labels) {
    Channel channel = facts.channel();
    return new KantaraReceipt(
        "KI-CR-v1.1.0",
        "KZ",
        facts.event().effectiveAt().getEpochSecond(),
        channel == null ? labels.text("channel.none") : labels.text("channel", channel),
        facts.receiptId(),
        labels.language(),
        facts.event().subjectId(),
        controllers(facts.operator()),
        facts.policyUrl(),
        List.of(new Service(facts.title(labels.language()), List.of(purpose(facts, labels)))),
        !facts.sensitive().isEmpty(),
        facts.sensitive().stream().map(Category::value).toList(),
        facts.kind(),
        facts.receipt().supersedes(),
        null);
  }

  KantaraReceipt with(DocumentProof vouching) {
    return new KantaraReceipt(
        version,
        jurisdiction,
        consentTimestamp,
        collectionMethod,
        consentReceiptId,
        language,
        piiPrincipalId,
        piiControllers,
        policyUrl,
        services,
        sensitive,
        spiCat,
        consentStatus,
        supersedes,
        vouching);
  }

  private static List<Controller> controllers(OperatorProfile operator) {
    List<Controller> controllers = new ArrayList<>();
    controllers.add(
        new Controller(
            operator.name(),
            orEmpty(operator.responsiblePerson()),
            new Address("KZ", orEmpty(operator.address())),
            orEmpty(operator.email()),
            orEmpty(operator.phone()),
            operator.site()));
    if (operator.jointOperators() != null) {
      for (OperatorProfile.JointOperator joint : operator.jointOperators()) {
        controllers.add(
            new Controller(
                joint.name(), "", new Address("KZ", ""), orEmpty(joint.email()), "", joint.site()));
      }
    }
    return controllers;
  }

  private static Purpose purpose(ReceiptFacts facts, Labels labels) {
    ConsentTerms terms = facts.terms();
    boolean toOthers = terms != null && terms.conditions().thirdPartyTransfer();
    return new Purpose(
        facts.title(labels.language()),
        "EXPLICIT",
        List.of(facts.purpose().definition().marketing() ? "Marketing" : "Core Function"),
        facts.categories().stream().map(Category::value).toList(),
        !facts.purpose().definition().marketing(),
        ReceiptWords.termination(facts, labels),
        toOthers,
        terms != null && toOthers ? ReceiptWords.recipients(terms, labels) : null);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
