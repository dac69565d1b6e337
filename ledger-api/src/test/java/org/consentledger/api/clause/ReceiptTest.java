package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.note.LogProof;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Receipts of consent, as persons, officers and auditors get them (clauses 7.1, 8.4). */
class ReceiptTest extends ClauseStory {

  private static final String JSON_LD = "application/ld+json";
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  @BeforeEach
  void describe() {
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/operator",
            """
            {"name":"Мысал банкі АҚ","bin":"123456789012","address":"Астана қ., Достық көшесі, 1",
             "email":"privacy@bank.example.kz","phone":"+7 7172 000000"}
            """));
  }

  private Answer receipt(Answer command, String accept) {
    return ledger.get(command.json().at("/receipt/href").asString(), accept);
  }

  private JsonNode linkedData(Answer command) {
    return LedgerClient.requireSuccess(receipt(command, JSON_LD)).json();
  }

  private static String status(JsonNode receipt) {
    return receipt.at("/dpv:hasRecordOfActivity/0/dpv:hasConsentStatus").asString();
  }

  @Test
  @Proves("7.1")
  void clause_7_1_each_answer_about_consent_has_a_receipt_that_supersedes_the_one_before() {
    String subject = registered();
    String consents = "consents/letters";
    Answer refused = ledger.command(subject, consents + "/refusal", "{\"channel\":\"PHONE\"}");
    Answer given = ledger.giveConsent(subject, "letters", "1.0", "");
    Answer renewed = ledger.command(subject, consents + "/renewal", "{\"channel\":\"WEB\"}");
    Answer withdrawn = ledger.withdraw(subject, "letters");

    List<Answer> answers = List.of(refused, given, renewed, withdrawn);
    assertThat(answers)
        .extracting(answer -> status(linkedData(answer)))
        .containsExactly(
            "dpv:ConsentRefused",
            "dpv:ConsentGiven",
            "dpv:RenewedConsentGiven",
            "dpv:ConsentWithdrawn");
    assertThat(linkedData(refused).has("dct:replaces")).isFalse();
    for (int i = 1; i < answers.size(); i++) {
      JsonNode receipt = linkedData(answers.get(i));
      assertThat(receipt.get("dct:identifier").asString())
          .isEqualTo(answers.get(i).eventIds().getFirst().toString())
          .isEqualTo(answers.get(i).json().at("/receipt/id").asString());
      assertThat(receipt.get("dct:replaces").asString())
          .isEqualTo("urn:uuid:" + answers.get(i - 1).eventIds().getFirst());
    }
  }

  @Test
  void clause_7_1_an_answer_that_is_repeated_has_its_receipt_again_and_a_no_to_nothing_has_none() {
    String subject = registered();
    String key = UUID.randomUUID().toString();
    String path = "/api/v1/subjects/" + subject + "/consents";
    String body =
        "{\"purposeId\":\"letters\",\"policyVersion\":\"1.0\",\"language\":\"kk\",\"channel\":\"WEB\","
            + "\"givenBy\":{\"role\":\"SUBJECT\"}}";
    Answer first = ledger.post(path, body, key);
    assertThat(ledger.post(path, body, key).json().get("receipt"))
        .isEqualTo(first.json().get("receipt"));
    LedgerClient.requireSuccess(ledger.withdraw(subject, "letters"));
    assertThat(ledger.withdraw(subject, "letters").json().has("receipt")).isFalse();
    Answer blocked = ledger.command(subject, "block", "{\"reason\":\"OUTDATED\"}");
    assertThat(blocked.json().get("receipt").propertyNames()).containsExactly("note");
  }

  @Test
  @Proves("7.1")
  void clause_7_1_a_receipt_is_signed_and_once_sealed_proves_that_it_is_in_the_log()
      throws Exception {
    Answer given = ledger.giveConsent(registered(), "letters", "1.0", "");
    for (String form : List.of(JSON_LD, "application/json")) {
      JsonNode receipt = sealed(given, form);
      SignedNote note = SignedNote.parse(receipt.at("/proof/signature").asString());

      note.open(keys());
      assertThat(note.text().lines().toList())
          .containsExactly(
              "consent-ledger/consent-receipt/v1",
              keys().getFirst().name(),
              given.eventIds().getFirst().toString(),
              sha256OfAllButProof(receipt));
      LogProof proof = LogProof.parse(receipt.at("/proof/logProof").asString());
      byte[] leaf = Base64.getDecoder().decode(proof.extra().orElseThrow());
      proof.verify(new Hasher().leaf(leaf), keys());
      assertThat(new String(leaf, StandardCharsets.US_ASCII))
          .contains(given.eventIds().getFirst().toString(), "consent.given");
    }
  }

  private List<VerifierKey> keys() {
    return ledger.get("/log/vkey").text().lines().map(VerifierKey::parse).toList();
  }

  /** As an auditor computes it, without the ledger. */
  private static String sha256OfAllButProof(JsonNode receipt) throws Exception {
    @SuppressWarnings("unchecked")
    Map<String, Object> members = SORTED.treeToValue(receipt, Map.class);
    members.remove("proof");
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(SORTED.writeValueAsBytes(members)));
  }

  private JsonNode sealed(Answer command, String form) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    JsonNode receipt = receipt(command, form).json();
    while (!receipt.at("/proof/sealed").asBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      assertThat(receipt.at("/proof").has("logProof")).isFalse();
      LockSupport.parkNanos(50_000_000);
      receipt = receipt(command, form).json();
    }
    return receipt;
  }

  @Test
  void clause_7_1_a_receipt_changes_once_when_its_proof_is_added() {
    Answer given = ledger.giveConsent(registered(), "letters", "1.0", "");
    JsonNode sealed = sealed(given, JSON_LD);
    LedgerClient.requireSuccess(ledger.giveConsent(registered(), "letters", "1.0", ""));
    ledger.determine("letters", "{\"title\":{\"ru\":\"Иное\",\"kk\":\"Басқа\",\"en\":\"Other\"}}");
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Another\",\"bin\":\"210987654321\"}"));
    try {
      Answer again = receipt(given, JSON_LD);
      assertThat(again.json()).isEqualTo(sealed);
      assertThat(again.header("Cache-Control")).contains("private");
      HttpResponse<String> unchanged =
          send(
              request(given.json().at("/receipt/href").asString())
                  .header("Authorization", "Bearer " + token("ledger.query"))
                  .header("Accept", JSON_LD)
                  .header("If-None-Match", again.header("ETag")));
      assertThat(unchanged.statusCode()).isEqualTo(304);
    } finally {
      ledger.definePurpose("letters", "1.0");
    }
  }

  @Test
  void clause_7_1_a_receipt_is_a_page_and_a_paper_in_the_language_that_is_asked_for()
      throws Exception {
    Answer given = ledger.giveConsent(registered(), "letters", "1.0", "");
    String href = given.json().at("/receipt/href").asString();

    Answer page = ledger.get(href, "text/html,*/*;q=0.1");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.text()).contains("lang=\"kk\"", "Келісім берілді", "Мысал банкі АҚ", "Хаттар");
    assertThat(ledger.get(href + "?language=ru", "text/html").text())
        .contains("Согласие дано", "Письма");
    assertThat(
            send(request(href)
                    .header("Authorization", "Bearer " + token("ledger.query"))
                    .header("Accept", "text/html")
                    .header("Accept-Language", "de, en-GB;q=0.9, ru;q=0.5"))
                .body())
        .contains("Consent given", "Letters");
    assertThat(ledger.get(href + "?language=de", "text/html").status()).isEqualTo(400);

    try (PDDocument paper = Loader.loadPDF(bytes(href + "?language=kk", "application/pdf"))) {
      assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
          .contains("Келісім берілді", "Достық көшесі", "пайдалану", "Хаттар");
    }
  }

  private byte[] bytes(String path, String accept) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                request(path)
                    .header("Authorization", "Bearer " + token("ledger.query"))
                    .header("Accept", accept)
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(accept);
    return response.body();
  }

  @Test
  @Proves("2.14")
  void clause_2_14_receipts_outlive_the_data_because_they_hold_none_of_it() {
    String email = UUID.randomUUID() + "@example.kz";
    String subject = ledger.register("letters", email);
    Answer given =
        ledger.giveConsent(subject, "letters", "1.0", ",\"evidence\":{\"seen\":\"" + email + "\"}");
    JsonNode before = sealed(given, JSON_LD);
    LedgerClient.requireSuccess(
        ledger.command(
            subject, "destruction", "{\"ground\":\"REQUEST\",\"reason\":\"UNNECESSARY\"}"));

    assertThat(linkedData(given)).isEqualTo(before);
    assertThat(before.toString()).doesNotContain(email);
    assertThat(receipt(given, "application/json").json().get("piiPrincipalId").asString())
        .isEqualTo(subject);
  }

  @Test
  void clause_7_1_what_is_no_receipt_of_the_subject_is_not_found() {
    String subject = registered();
    Answer given = ledger.giveConsent(subject, "letters", "1.0", "");
    String receipts = "/api/v1/subjects/" + subject + "/receipts/";
    Answer blocked = ledger.command(subject, "block", "{\"reason\":\"OUTDATED\"}");
    Answer ofAnother = ledger.giveConsent(registered(), "letters", "1.0", "");

    for (UUID none :
        List.of(
            UUID.randomUUID(), blocked.eventIds().getFirst(), ofAnother.eventIds().getFirst())) {
      assertThat(ledger.get(receipts + none, JSON_LD).code()).isEqualTo("RECEIPT_UNKNOWN");
    }
    assertThat(
            ledger
                .get(
                    "/api/v1/subjects/"
                        + UUID.randomUUID()
                        + "/receipts/"
                        + given.eventIds().getFirst(),
                    JSON_LD)
                .code())
        .isEqualTo("SUBJECT_UNKNOWN");
    assertThat(receipt(given, "image/png").status()).isEqualTo(406);
    assertThat(receipt(given, "*/*").header("Content-Type")).isEqualTo(JSON_LD);
    assertThat(
            send(request(receipts + given.eventIds().getFirst())
                    .header("Authorization", "Bearer " + token("ledger.decide")))
                .statusCode())
        .isEqualTo(403);
  }
}
