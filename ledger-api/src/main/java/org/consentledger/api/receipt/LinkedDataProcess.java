package org.consentledger.api.receipt;

import java.util.Map;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.RecipientId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was consented to, as DPV's process: purpose, actions, data, storage and recipients. */
final class LinkedDataProcess {

  /** DPV knows more kinds of data; these are the shipped ones. */
  private static final Map<String, String> DATA =
      Map.of(
          "EMAIL", "pd:EmailAddress",
          "PHONE", "pd:TelephoneNumber",
          "FULL_NAME", "pd:Name",
          "IIN", "pd:OfficialID");

  private final ReceiptFacts facts;
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  private LinkedDataProcess(ReceiptFacts facts) {
    this.facts = facts;
  }

  static ObjectNode of(ReceiptFacts facts) {
    return new LinkedDataProcess(facts).process();
  }

  private ObjectNode process() {
    ObjectNode process = node("dpv:Process");
    process.set("dpv:hasPurpose", nodes.arrayNode().add(purpose()));
    process.set("dpv:hasProcessing", actions());
    process.set("dpv:hasPersonalData", data());
    process.set("dpv:hasStorageCondition", storage());
    process.set("dpv:hasRecipientThirdParty", recipients());
    return process;
  }

  private ObjectNode purpose() {
    ObjectNode purpose = node("dpv:Purpose");
    purpose.put("dct:identifier", facts.event().purposeId().value());
    purpose.put("dct:hasVersion", Integer.toString(facts.purpose().number()));
    purpose.set("dct:title", LinkedDataReceipt.languageMap(facts.title()));
    return purpose;
  }

  private ArrayNode actions() {
    ArrayNode actions = nodes.arrayNode();
    for (ProcessingAction action : facts.purpose().definition().actions()) {
      ObjectNode processing = nodes.objectNode();
      ArrayNode types = processing.putArray("@type").add(type(action));
      if (action.isTransferring() && isCrossBorder()) {
        types.add("dpv:CrossBorderTransfer");
      }
      processing.put("dct:identifier", action.name());
      processing.set("dct:title", words("action." + action.name()));
      actions.add(processing);
    }
    return actions;
  }

  private boolean isCrossBorder() {
    ConsentTerms terms = facts.terms();
    return terms != null && terms.conditions().crossBorder();
  }

  /** DPV's term for an action of clause 9.1; where it has none of its own, the wider one. */
  private static String type(ProcessingAction action) {
    return switch (action) {
      case COLLECT -> "dpv:Collect";
      case RECORD -> "dpv:Record";
      case STRUCTURE -> "dpv:Structure";
      case ACCUMULATE, STORE -> "dpv:Store";
      case RECTIFY, UPDATE, ALTER -> "dpv:Modify";
      case RETRIEVE -> "dpv:Retrieve";
      case USE -> "dpv:Use";
      case TRANSFER -> "dpv:Transfer";
      case DISSEMINATE -> "dpv:Disseminate";
      case DISCLOSE -> "dpv:Disclose";
      case MAKE_AVAILABLE -> "dpv:MakeAvailable";
      case ANONYMISE -> "dpv:Anonymise";
      case RESTRICT -> "dpv:Restrict";
      case ERASE -> "dpv:Erase";
      case DESTRUCT -> "dpv:Destruct";
    };
  }

  private ArrayNode data() {
    ArrayNode data = nodes.arrayNode();
    for (Category category : facts.categories()) {
      ObjectNode kind = nodes.objectNode();
      ArrayNode types =
          kind.putArray("@type").add(DATA.getOrDefault(category.value(), "dpv:PersonalData"));
      if (facts.sensitive().contains(category)) {
        types.add("dpv:SensitivePersonalData");
      }
      kind.put("dct:identifier", category.value());
      ObjectNode names = kind.putObject("dct:title");
      for (Language language : Language.values()) {
        names.put(language.code(), ReceiptLabels.in(language).category(category));
      }
      data.add(kind);
    }
    return data;
  }

  /** The law has data kept in Kazakhstan (article 12(2)); the purpose says how long. */
  private ArrayNode storage() {
    ObjectNode place = node("dpv:StorageLocation");
    place.putArray("dpv:hasLocation").add("loc:KZ");
    ObjectNode time = node("dpv:StorageDuration");
    PurposeDefinition definition = facts.purpose().definition();
    if (definition.retention() == null) {
      time.set("dpv:hasDuration", node("dpv:IndeterminateDuration"));
    } else {
      time.put("dpv:hasDuration", definition.retention());
    }
    return nodes.arrayNode().add(place).add(time);
  }

  private ArrayNode recipients() {
    ArrayNode recipients = nodes.arrayNode();
    ConsentTerms terms = facts.terms();
    if (terms == null || !terms.conditions().thirdPartyTransfer()) {
      return recipients;
    }
    ConsentConditions conditions = terms.conditions();
    for (RecipientId recipient : conditions.recipients()) {
      recipients.add(node("dpv:ThirdParty").put("dct:identifier", recipient.value()));
    }
    if (conditions.recipients().isEmpty()) {
      ObjectNode any = node("dpv:ThirdParty");
      any.set("dct:title", words("recipients.any"));
      recipients.add(any);
    }
    return recipients;
  }

  private ObjectNode words(String key) {
    return LinkedDataReceipt.languageMap(ReceiptLabels.inAll(key));
  }

  private ObjectNode node(String type) {
    return nodes.objectNode().put("@type", type);
  }
}
