package org.consentledger.api.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.ConsentReceipt;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A receipt as JSON-LD: the record of ISO/IEC TS 27560 in terms of W3C DPV 2.3. What DPV has no
 * term for stands under {@code ledger:}. It says the same in whatever language it is asked for.
 */
final class LinkedDataReceipt {

  private static final String SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#";

  private final ReceiptFacts facts;
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  private LinkedDataReceipt(ReceiptFacts facts) {
    this.facts = facts;
  }

  /** The receipt without its proof. */
  static ObjectNode of(ReceiptFacts facts) {
    return new LinkedDataReceipt(facts).receipt();
  }

  private ObjectNode receipt() {
    ObjectNode receipt = nodes.objectNode();
    receipt.set("@context", LinkedDataContext.node());
    receipt.put("@id", "urn:uuid:" + facts.receiptId());
    receipt.put("@type", "dpv:ConsentReceipt");
    receipt.put("dct:conformsTo", SCHEMA + "receipt");
    receipt.put("dct:identifier", facts.receiptId().toString());
    receipt.put("dct:created", facts.receipt().recordedAt().toString());
    receipt.put("dct:publisher", operatorId(facts.operator().bin()));
    if (facts.receipt().supersedes() != null) {
      receipt.put("dct:replaces", "urn:uuid:" + facts.receipt().supersedes());
    }
    receipt.set("dpv:hasRecordOfActivity", nodes.arrayNode().add(consentRecord()));
    return receipt;
  }

  private ObjectNode consentRecord() {
    String subject = facts.event().subjectId().toString();
    String identifier = subject + ":" + facts.event().purposeId();
    ObjectNode consent = nodes.objectNode();
    consent.put("@id", "urn:consent-ledger:consent:" + identifier);
    consent.put("@type", "dpv:ConsentRecord");
    consent.put("dct:conformsTo", SCHEMA + "record");
    consent.put("dct:identifier", identifier);
    consent.put("dct:language", facts.language().code());
    consent.set(
        "dpv:hasDataSubject",
        node("dpv:DataSubject").put("@id", "urn:uuid:" + subject).put("dct:identifier", subject));
    consent.set("dpv:hasDataController", controllers());
    consent.set("dpv:hasLegalBasis", nodes.arrayNode().add(node("dpv:ExplicitlyExpressedConsent")));
    consent.set("dpv:hasNotice", nodes.arrayNode().add(notice()));
    consent.set("dpv:hasJurisdiction", nodes.arrayNode().add("loc:KZ"));
    consent.set("dpv:hasProcess", nodes.arrayNode().add(LinkedDataProcess.of(facts)));
    consent.set("dpv:hasConsentControl", nodes.arrayNode().add(withdrawal()));
    consent.set("dpv:hasRight", rights());
    addEvent(consent);
    return consent;
  }

  private ArrayNode controllers() {
    ArrayNode controllers = nodes.arrayNode();
    OperatorProfile operator = facts.operator();
    ObjectNode controller = node("dpv:DataController").put("@id", operatorId(operator.bin()));
    controller.put("dpv:hasName", operator.name());
    controller.put("dpv:hasIdentifier", operator.bin());
    putIfKnown(controller, "dpv:hasAddress", operator.address());
    putIfKnown(controller, "dpv:hasContact", operator.responsiblePerson());
    putIfKnown(controller, "foaf:mbox", operator.email());
    putIfKnown(controller, "foaf:phone", operator.phone());
    putIfKnown(controller, "foaf:homepage", operator.site());
    controllers.add(controller);
    if (operator.jointOperators() != null) {
      for (OperatorProfile.JointOperator joint : operator.jointOperators()) {
        ObjectNode other = node("dpv:DataController").put("dpv:hasName", joint.name());
        if (joint.bin() != null) {
          other.put("@id", operatorId(joint.bin())).put("dpv:hasIdentifier", joint.bin());
        }
        putIfKnown(other, "foaf:mbox", joint.email());
        putIfKnown(other, "foaf:homepage", joint.site());
        controllers.add(other);
      }
    }
    return controllers;
  }

  private ObjectNode notice() {
    ObjectNode notice = node("dpv:ConsentNotice").put("@id", facts.policyUrl());
    notice.put("dct:hasVersion", facts.policyVersion().value());
    notice.put("dct:language", facts.language().code());
    ConsentTerms terms = facts.terms();
    if (terms != null) {
      notice.put("ledger:sha256", terms.noticeHash());
    }
    return notice;
  }

  private ObjectNode withdrawal() {
    ObjectNode withdrawal = node("dpv:WithdrawConsent");
    withdrawal.set("dct:description", texts("withdrawal.how"));
    putIfKnown(withdrawal, "foaf:mbox", facts.operator().email());
    return withdrawal;
  }

  /** Clause 4.1. */
  private ArrayNode rights() {
    ArrayNode rights = nodes.arrayNode();
    for (Right right : Right.values()) {
      ObjectNode named = node("dpv:DataSubjectRight").put("dct:identifier", right.name());
      named.set("dct:title", texts("right." + right.name()));
      rights.add(named);
    }
    return rights;
  }

  private void addEvent(ObjectNode consent) {
    consent.put("dpv:hasConsentStatus", facts.kind().status());
    consent.put("dpv:isIndicatedAtTime", facts.event().effectiveAt().toString());
    consent.set("dpv:isIndicatedBy", indicatedBy());
    Channel channel = facts.channel();
    if (channel != null) {
      ObjectNode method = nodes.objectNode().put("dct:identifier", channel.name());
      method.set("dct:title", texts("channel." + channel.name()));
      consent.set("dpv:hasIndicationMethod", method);
    }
    ConsentReceipt.Consent given = facts.receipt().consent();
    if (given != null) {
      addTerms(consent, given);
    }
  }

  private void addTerms(ObjectNode consent, ConsentReceipt.Consent given) {
    ConsentTerms terms = given.terms();
    Instant end = terms.expiresAt();
    if (end == null) {
      consent.set("dpv:hasDuration", node("dpv:EndlessDuration"));
    } else {
      consent.put("dpv:hasDuration", Duration.between(given.givenAt(), end).toString());
      consent.put("ledger:expiresAt", end.toString());
    }
    consent.put("ledger:consentGivenBy", "urn:uuid:" + given.givenBy());
    consent.put("ledger:thirdPartyTransfer", terms.conditions().thirdPartyTransfer());
    consent.put("ledger:crossBorder", terms.conditions().crossBorder());
    consent.put("ledger:publication", terms.conditions().publication());
  }

  /** Who said so; of an expiry, the operator, because nobody said anything. */
  private ObjectNode indicatedBy() {
    ConsentTerms terms = facts.terms();
    boolean given =
        facts.event() instanceof ConsentEvent.ConsentGiven
            || facts.event() instanceof ConsentEvent.ConsentRenewed;
    if (facts.kind() == ReceiptKind.EXPIRED) {
      return nodes.objectNode().put("@id", operatorId(facts.operator().bin()));
    }
    return given && terms != null && terms.givenBy() == GiverRole.REPRESENTATIVE
        ? node("dpv:Representative")
        : nodes.objectNode().put("@id", "urn:uuid:" + facts.event().subjectId());
  }

  private ObjectNode texts(String key) {
    return languageMap(ReceiptLabels.inAll(key));
  }

  private ObjectNode node(String type) {
    return nodes.objectNode().put("@type", type);
  }

  static ObjectNode languageMap(Map<Language, String> texts) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    for (Language language : Language.values()) {
      putIfKnown(map, language.code(), texts.get(language));
    }
    return map;
  }

  private static void putIfKnown(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static String operatorId(String bin) {
    return "urn:consent-ledger:operator:" + bin;
  }
}
