package org.consentledger.api.receipt;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The context of receipts as JSON-LD. It stands in each of them, so that whoever reads one needs no
 * network.
 */
final class LinkedDataContext {

  private static final List<String> LINKS =
      List.of(
          "dct:conformsTo",
          "dct:publisher",
          "dct:replaces",
          "dpv:hasConsentStatus",
          "dpv:hasJurisdiction",
          "dpv:hasLocation",
          "ledger:consentGivenBy");
  private static final List<String> MOMENTS =
      List.of("dct:created", "dpv:isIndicatedAtTime", "ledger:expiresAt");
  private static final List<String> TEXTS = List.of("dct:title", "dct:description");
  private static final List<String> PROOF = List.of("proof", "signature", "sealed", "logProof");
  private static final List<String> PROOF_LINKS = List.of("logProofAt", "verifierKeysAt");

  private LinkedDataContext() {}

  static ObjectNode node() {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("dpv", "https://w3id.org/dpv#");
    context.put("pd", "https://w3id.org/dpv/pd#");
    context.put("loc", "https://w3id.org/dpv/loc#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    context.putObject("ledger").put("@id", "urn:consent-ledger:receipt:").put("@prefix", true);
    PROOF.forEach(name -> context.put(name, "ledger:" + name));
    PROOF_LINKS.forEach(name -> typed(context, name, "ledger:" + name, "@id"));
    LINKS.forEach(name -> typed(context, name, name, "@id"));
    MOMENTS.forEach(name -> typed(context, name, name, "xsd:dateTime"));
    typed(context, "dpv:hasDuration", "dpv:hasDuration", "xsd:duration");
    TEXTS.forEach(name -> context.putObject(name).put("@id", name).put("@container", "@language"));
    return context;
  }

  private static void typed(ObjectNode context, String name, String id, String type) {
    context.putObject(name).put("@id", id).put("@type", type);
  }
}
