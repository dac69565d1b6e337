package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.note.LogProof;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Certificates of disposals, as officers and auditors get them (clauses 2.4, 2.5, 2.14). */
class CertificateTest extends ClauseStory {

  private static final String REQUEST = "{\"ground\":\"REQUEST\",\"reason\":\"UNNECESSARY\"}";

  /** How a raw Ed25519 key begins as the JDK reads it (RFC 8410). */
  private static final byte[] KEY_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  @BeforeEach
  void describe() {
    put("/api/v1/operator", "{\"name\":\"Мысал банкі АҚ\",\"bin\":\"123456789012\"}");
    ledger.determine("reviewed", "{\"disposalApproval\":\"OFFICER\"}");
    recipient("courier", "KZ", CONTRACTED);
  }

  private void put(String path, String body) {
    LedgerClient.requireSuccess(ledger.put(path, body));
  }

  private Answer destroyed(String subject) {
    return LedgerClient.requireSuccess(ledger.command(subject, "destruction", REQUEST));
  }

  private JsonNode certificate(Answer disposed) {
    return certificate(disposed.json().get("certificate").asString());
  }

  private JsonNode certificate(String href) {
    return LedgerClient.requireSuccess(ledger.get(href, "application/json")).json();
  }

  private void system(String id, String more) {
    put(
        "/api/v1/information-systems/" + id,
        "{\"name\":\"Жүйе %s\",\"location\":\"Алматы, деректер орталығы\"%s}".formatted(id, more));
  }

  private static List<String> ids(JsonNode certificate) {
    List<String> ids = new ArrayList<>();
    certificate.get("informationSystems").forEach(it -> ids.add(it.get("id").asString()));
    return ids;
  }

  @Test
  void clause_2_14_a_destruction_has_a_certificate_that_says_what_when_why_and_by_whom() {
    String email = UUID.randomUUID() + "@example.kz";
    String subject = ledger.register("letters", email);
    Answer gone = destroyed(subject);

    JsonNode certificate = certificate(gone);

    assertThat(certificate.get("kind").asString()).isEqualTo("DESTRUCTION");
    assertThat(certificate.get("number").asString())
        .isEqualTo(
            certificate.get("recordedAt").asString().substring(0, 4) + "-" + gone.position());
    assertThat(certificate.get("position").asLong()).isEqualTo(gone.position());
    assertThat(certificate.get("eventId").asString())
        .isEqualTo(gone.eventIds().getLast().toString());
    assertThat(certificate.at("/operator/bin").asString()).isEqualTo("123456789012");
    assertThat(certificate.get("requestedBy").asString()).isEqualTo(CLIENT);
    assertThat(certificate.get("executor").asString()).isEqualTo("ledger");
    assertThat(certificate.has("approvedBy")).isFalse();
    assertThat(certificate.get("clause").asString()).isEqualTo("4.1");
    assertThat(certificate.at("/term/id").asString()).isEqualTo("rectify-block-destroy");
    assertThat(certificate.at("/term/from")).isEqualTo(certificate.get("requestedAt"));
    assertThat(certificate.get("categories").toString()).isEqualTo("[\"EMAIL\"]");
    assertThat(certificate.get("stores").toString())
        .contains("PERSONAL_DATA", "DOCUMENTS", "KEY", "BLIND_INDEX", "LETTERS", "READ_MODELS");
    assertThat(certificate.at("/backups/state").asString()).isEqualTo("PENDING");
    assertThat(certificate.get("final").asBoolean()).isFalse();
    assertThat(certificate.toString()).doesNotContain(email);
  }

  @Test
  void clause_2_14_an_auditor_verifies_the_certificate_with_the_jdk_alone() throws Exception {
    Answer gone = destroyed(registered());
    JsonNode certificate = sealed(gone);
    String note = certificate.at("/proof/signature").asString();
    String text = note.substring(0, note.indexOf("\n\n") + 1);
    String newest = ledger.get("/log/vkey").text().lines().findFirst().orElseThrow();
    String[] key = newest.split("\\+", 3);

    assertThat(text.lines())
        .containsExactly(
            "consent-ledger/disposal-certificate/v1",
            key[0],
            gone.json().get("disposalId").asString(),
            sha256OfAllButProof(certificate));
    byte[] signature =
        Base64.getDecoder().decode(note.substring(note.lastIndexOf(' ') + 1).strip());
    assertThat(isSigned(Base64.getDecoder().decode(key[2]), text, signature)).isTrue();
    assertThat(isSigned(Base64.getDecoder().decode(key[2]), text.replace('1', '2'), signature))
        .isFalse();
    List<VerifierKey> keys = List.of(VerifierKey.parse(newest));
    LogProof proof = LogProof.parse(certificate.at("/proof/logProof").asString());
    byte[] leaf = Base64.getDecoder().decode(proof.extra().orElseThrow());
    proof.verify(new Hasher().leaf(leaf), keys);
    assertThat(new String(leaf, StandardCharsets.US_ASCII))
        .contains(gone.eventIds().getLast().toString(), "subject.destroyed");
  }

  /** The key has a byte for its algorithm before it, the signature four that name the key. */
  private static boolean isSigned(byte[] key, String text, byte[] signature) throws Exception {
    byte[] encoded = new byte[KEY_PREFIX.length + key.length - 1];
    System.arraycopy(KEY_PREFIX, 0, encoded, 0, KEY_PREFIX.length);
    System.arraycopy(key, 1, encoded, KEY_PREFIX.length, key.length - 1);
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.verify(signature, 4, signature.length - 4);
  }

  private static String sha256OfAllButProof(JsonNode certificate) throws Exception {
    @SuppressWarnings("unchecked")
    Map<String, Object> members = SORTED.treeToValue(certificate, Map.class);
    members.remove("proof");
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(SORTED.writeValueAsBytes(members)));
  }

  private JsonNode sealed(Answer gone) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    JsonNode certificate = certificate(gone);
    while (!certificate.at("/proof/sealed").asBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(50_000_000);
      certificate = certificate(gone);
    }
    return certificate;
  }

  @Test
  void clause_2_4_it_lists_the_systems_in_use_at_that_time_and_never_changes_afterwards() {
    system("archive", ",\"since\":\"2019-01-01T00:00:00Z\"");
    system("old", ",\"since\":\"2019-01-01T00:00:00Z\",\"retiredAt\":\"2020-01-01T00:00:00Z\"");
    Answer gone = destroyed(registered());
    JsonNode before = sealed(gone);

    system("later", ",\"since\":\"2019-01-01T00:00:00Z\"");
    system("archive", ",\"since\":\"2019-01-01T00:00:00Z\",\"retiredAt\":\"2020-01-01T00:00:00Z\"");
    put("/api/v1/operator", "{\"name\":\"Another\",\"bin\":\"210987654321\"}");

    assertThat(ids(before)).contains("archive").doesNotContain("old", "later");
    assertThat(before.at("/informationSystems/0/location").asString())
        .isEqualTo("Алматы, деректер орталығы");
    assertThat(certificate(gone)).isEqualTo(before);
    assertThat(ids(certificate(destroyed(registered()))))
        .contains("later")
        .doesNotContain("archive");
  }

  @Test
  void clause_5_7_while_it_waits_there_is_none_and_afterwards_it_names_both_persons() {
    String subject = consented("{}", "reviewed");
    String disposal = id(ledger.command(subject, "destruction", REQUEST), "disposalId");
    String href = "/api/v1/disposals/" + disposal;
    assertThat(ledger.get(href + "/certificate").code()).isEqualTo("DISPOSAL_NOT_DONE");
    assertThat(ledger.get(href).json().get("progress").asString()).isEqualTo("WAITING");
    assertThat(progress("?subjectId=" + subject + "&progress=WAITING")).containsExactly("WAITING");

    Answer approved =
        LedgerClient.requireSuccess(officer().command(subject, "destruction/approval", ""));

    assertThat(approved.json().get("disposalId").asString()).isEqualTo(disposal);
    JsonNode certificate = certificate(approved);
    assertThat(certificate.get("requestedBy").asString()).isEqualTo(CLIENT);
    assertThat(certificate.get("approvedBy").asString()).isEqualTo("officer");
    assertThat(ledger.get(href).json().get("certificate").asString())
        .isEqualTo(href + "/certificate");
    assertThat(progress("?subjectId=" + subject)).containsExactly("DONE");
  }

  private List<String> progress(String query) {
    return ledger.get("/api/v1/disposals" + query).items().stream()
        .map(item -> item.get("progress").asString())
        .toList();
  }

  @Test
  void clause_5_7_what_was_called_off_is_listed_and_certified_by_nobody() {
    String subject = consented("{}", "reviewed");
    String disposal = id(ledger.command(subject, "anonymisation", REQUEST), "disposalId");
    Answer cancelled =
        LedgerClient.requireSuccess(
            ledger.command(subject, "destruction/cancellation", "{\"explanation\":\"Қателік\"}"));
    assertThat(cancelled.json().get("disposal").asString()).isEqualTo("CANCELLED");

    assertThat(progress("?subjectId=" + subject)).containsExactly("CANCELLED");
    assertThat(ledger.get("/api/v1/disposals/" + disposal + "/certificate").code())
        .isEqualTo("DISPOSAL_NOT_DONE");
    assertThat(ledger.get("/api/v1/disposals/" + UUID.randomUUID()).code())
        .isEqualTo("DISPOSAL_UNKNOWN");
    assertThat(ledger.get("/api/v1/disposals/" + UUID.randomUUID() + "/certificate").code())
        .isEqualTo("DISPOSAL_UNKNOWN");
    assertThat(ledger.get("/api/v1/disposals/nobody/certificate").status()).isEqualTo(400);
  }

  @Test
  void clause_2_5_an_anonymisation_is_certified_as_one_and_a_later_destruction_apart() {
    String subject = registered();
    Answer anonymised =
        LedgerClient.requireSuccess(ledger.command(subject, "anonymisation", REQUEST));
    JsonNode first = certificate(anonymised);
    assertThat(first.get("kind").asString()).isEqualTo("ANONYMISATION");
    assertThat(first.get("stores").toString()).contains("KEY").doesNotContain("READ_MODELS");

    JsonNode second = certificate(destroyed(subject));

    assertThat(second.get("kind").asString()).isEqualTo("DESTRUCTION");
    assertThat(second.get("categories")).isEmpty();
    assertThat(second.get("number")).isNotEqualTo(first.get("number"));
    assertThat(progress("?subjectId=" + subject)).containsExactly("DONE", "DONE");
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Акт об уничтожении персональных данных, адрес электронной почты, обращение",
    "kk, Дербес деректерді жою туралы, электрондық пошта мекенжайы, өтініш",
    "en, Certificate of destruction of personal data, e-mail address, request"
  })
  void clause_2_14_it_is_a_page_and_a_paper_in_each_language(
      String language, String title, String category, String ground) throws Exception {
    system("archive", ",\"since\":\"2019-01-01T00:00:00Z\"");
    String href =
        destroyed(registered()).json().get("certificate").asString() + "?language=" + language;

    Answer page = ledger.get(href, "text/html");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.text())
        .contains("lang=\"" + language + "\"", title, category, ground, "Мысал банкі АҚ");
    try (PDDocument paper = Loader.loadPDF(bytes(href))) {
      assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
          .contains(title, category, ground, "Жүйе archive", "Алматы, деректер орталығы");
    }
    assertThat(ledger.get(href + "x", "text/html").status()).isEqualTo(400);
  }

  private byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                request(path)
                    .header("Authorization", "Bearer " + token("ledger.query"))
                    .header("Accept", "application/pdf")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
