package org.consentledger.api.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests of imports begin with: a ledger with a purpose, and lines to send. */
abstract class ImportStory extends RunningLedger {

  static final String SUBJECTS = "/api/v1/subjects";

  LedgerClient ledger;

  @BeforeEach
  void determine() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  String registered() {
    return ledger.register("letters", UUID.randomUUID() + "@example.kz");
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  String line(String key, String path, String body) {
    ObjectNode line = json.createObjectNode();
    line.put("idempotencyKey", key);
    line.put("path", path);
    line.set("body", json.readTree(body));
    return line + "\n";
  }

  String registration(String key, String email) {
    return line(
        key,
        SUBJECTS,
        "{\"identifiers\":{\"email\":\"%s\"},\"purposeId\":\"letters\",\"source\":\"IMPORT\"}"
            .formatted(email));
  }

  static String consents(String subject) {
    return SUBJECTS + "/" + subject + "/consents";
  }

  static String consent(String effectiveAt) {
    return """
    {"purposeId":"letters","policyVersion":"1.0","language":"kk","channel":"LETTER",
     "givenBy":{"role":"SUBJECT"},"effectiveAt":"%s"}
    """
        .formatted(effectiveAt);
  }

  static String no(String effectiveAt) {
    return "{\"channel\":\"LETTER\",\"effectiveAt\":\"%s\"}".formatted(effectiveAt);
  }

  /** Sends lines; what comes back is one result for each. */
  List<JsonNode> importAll(String lines) {
    return results(LedgerClient.requireSuccess(ledger.postLines("/api/v1/import", lines)).text());
  }

  List<JsonNode> results(String text) {
    List<JsonNode> results = new ArrayList<>();
    text.lines().forEach(line -> results.add(json.readTree(line)));
    return results;
  }
}
