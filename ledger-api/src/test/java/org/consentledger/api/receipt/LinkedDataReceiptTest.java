package org.consentledger.api.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Receipts as linked data, read by a JSON-LD processor that is not ours and has no network. */
class LinkedDataReceiptTest {

  private static final String DPV = "https://w3id.org/dpv";
  private static final JsonMapper JSON = new JsonMapper();

  static List<ReceiptFacts> all() {
    return SampleFacts.all();
  }

  private static String resource(String name) throws Exception {
    try (InputStream file = LinkedDataReceiptTest.class.getResourceAsStream("/receipts/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonObject expanded(JsonNode receipt) throws JsonLdError {
    JsonArray documents =
        JsonLd.expand(JsonDocument.of(new StringReader(receipt.toString()))).get();
    assertThat(documents).hasSize(1);
    return documents.getJsonObject(0);
  }

  @Test
  void clause_7_1_a_receipt_is_what_its_golden_file_says() throws Exception {
    assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(golden()))
        .isEqualTo(
            JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(JSON.readTree(resource("given.jsonld"))));
  }

  private static JsonNode golden() {
    return LinkedDataReceipt.of(SampleFacts.given());
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_term_of_dpv_is_one_that_dpv_defines(ReceiptFacts facts) throws Exception {
    Set<String> known = new TreeSet<>(resource("dpv-2.3-terms.txt").lines().toList());
    Set<String> used = new TreeSet<>();
    collect(expanded(LinkedDataReceipt.of(facts)), used);
    assertThat(used).hasSizeGreaterThan(30);
    assertThat(known).containsAll(used);
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_processor_keeps_every_member_of_a_receipt(ReceiptFacts facts) throws Exception {
    ObjectNode receipt = LinkedDataReceipt.of(facts);
    receipt.set("proof", JSON.valueToTree(SampleFacts.PROOF));
    JsonNode context = receipt.get("@context");
    Set<String> unknown = new TreeSet<>();
    findUnknown(receipt, context, unknown);
    assertThat(unknown).isEmpty();
    assertThat(expanded(receipt).toString())
        .contains("urn:consent-ledger:receipt:signature", facts.kind().status().substring(4));
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_receipt_has_the_mandatory_fields_of_iso_27560(ReceiptFacts facts) {
    JsonNode receipt = LinkedDataReceipt.of(facts);
    JsonNode consent = receipt.get("dpv:hasRecordOfActivity").get(0);
    JsonNode process = consent.get("dpv:hasProcess").get(0);
    assertThat(receipt.get("dct:conformsTo").stringValue())
        .isEqualTo("https://w3id.org/dpv/schema/dpv-27560#receipt");
    assertThat(receipt.propertyNames()).contains("dct:identifier", "dct:created");
    assertThat(consent.propertyNames())
        .contains(
            "dct:identifier",
            "dct:language",
            "dpv:hasDataSubject",
            "dpv:hasDataController",
            "dpv:hasNotice",
            "dpv:hasJurisdiction",
            "dpv:hasConsentControl",
            "dpv:hasRight",
            "dpv:hasConsentStatus",
            "dpv:isIndicatedAtTime",
            "dpv:isIndicatedBy");
    assertThat(process.propertyNames())
        .contains(
            "dpv:hasPurpose",
            "dpv:hasProcessing",
            "dpv:hasPersonalData",
            "dpv:hasStorageCondition",
            "dpv:hasRecipientThirdParty");
    assertThat(process.get("dpv:hasProcessing")).hasSize(18);
  }

  @Test
  void a_receipt_names_categories_and_no_value_of_them() {
    assertThat(
            LinkedDataReceipt.of(SampleFacts.given())
                .at("/dpv:hasRecordOfActivity/0/dpv:hasProcess/0/dpv:hasPersonalData")
                .valueStream()
                .flatMap(data -> data.propertyNames().stream())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("@type", "dct:identifier", "dct:title");
  }

  private static void collect(JsonValue value, Set<String> terms) {
    switch (value.getValueType()) {
      case OBJECT ->
          value
              .asJsonObject()
              .forEach(
                  (name, member) -> {
                    addTerm(name, terms);
                    collect(member, terms);
                  });
      case ARRAY -> value.asJsonArray().forEach(element -> collect(element, terms));
      case STRING -> addTerm(((JsonString) value).getString(), terms);
      default -> {}
    }
  }

  private static void addTerm(String text, Set<String> terms) {
    if (text.startsWith(DPV) && text.contains("#") && !text.contains("/schema/")) {
      terms.add(text);
    }
  }

  /** Names that are no keyword, no term of the context, no prefixed name and no language. */
  private static void findUnknown(JsonNode node, JsonNode context, Set<String> unknown) {
    if (node.isObject()) {
      for (String name : node.propertyNames()) {
        boolean known =
            name.startsWith("@")
                || context.has(name)
                || context.has(name.split(":", 2)[0])
                || Set.of("ru", "kk", "en").contains(name);
        if (!known) {
          unknown.add(name);
        }
        if (!name.equals("@context")) {
          findUnknown(node.get(name), context, unknown);
        }
      }
    } else {
      node.forEach(element -> findUnknown(element, context, unknown));
    }
  }
}
