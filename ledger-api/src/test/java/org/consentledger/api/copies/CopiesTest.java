package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.merkle.CanonicalBase64;
import org.consentledger.core.log.note.LogProof;
import org.consentledger.core.log.note.NoteSignature;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole program, with every kind of place named. */
class CopiesTest extends RunningLedger {

  private static final WitnessServer WITNESS = new WitnessServer("w/1");
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static TimeStampServer authority;
  private static Path directory;

  @Autowired private TransparencyLog log;
  @Autowired private CopiesHealth health;
  private LedgerClient ledger;

  @DynamicPropertySource
  static void places(DynamicPropertyRegistry properties) throws Exception {
    MAIL.start();
    authority = new TimeStampServer();
    directory = Files.createTempDirectory("ledger-copies-test");
    Path certificate =
        Files.writeString(
            Files.createTempFile("authority", ".pem"), TimeStampServer.pem(authority.root));
    properties.add("ledger.log.witnesses[0].url", () -> WITNESS.properties().url());
    properties.add(
        "ledger.log.witnesses[0].verifier-key", () -> WITNESS.properties().verifierKey());
    properties.add("ledger.log.quorum", () -> "1");
    properties.add("ledger.log.copies.directory", directory::toString);
    properties.add("ledger.log.copies.every", () -> "100ms");
    properties.add("ledger.log.copies.mail.to", () -> "auditor@example.kz");
    properties.add("ledger.log.copies.mail.from", () -> "ledger@example.kz");
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    properties.add("ledger.log.timestamps.url", () -> authority.url());
    properties.add("ledger.log.timestamps.every", () -> "PT1S");
    properties.add("ledger.log.timestamps.certificate", certificate::toString);
  }

  @AfterAll
  static void close() {
    WITNESS.close();
    authority.close();
    MAIL.stop();
  }

  @BeforeEach
  void prepare() {
    WITNESS.trust(log.keys());
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  private List<VerifierKey> keys() {
    List<VerifierKey> keys = new ArrayList<>(log.keys());
    keys.add(WITNESS.key.cosignatureVerifierKey());
    return keys;
  }

  private boolean isCosigned() {
    return SignedNote.parse(ledger.get("/log/checkpoint").text()).open(keys()).size() == 2;
  }

  @Test
  void promise_5_a_proof_carries_the_cosignature_of_the_witness() {
    UUID event =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/subjects",
                    "{\"identifiers\":{\"email\":\"a@example.kz\"},\"purposeId\":\"letters\"}"))
            .eventIds()
            .getFirst();
    CopiesUnderTest.eventually(() -> ledger.get("/log/proof/" + event).status() == 200);
    CopiesUnderTest.eventually(this::isCosigned);

    LogProof proof = LogProof.parse(ledger.get("/log/proof/" + event).text());
    assertThat(proof.checkpoint().open(keys())).hasSize(2);
  }

  @Test
  void each_kind_of_place_gets_the_checkpoint_and_the_list_tells_of_it() throws Exception {
    CopiesUnderTest.eventually(this::isCosigned);
    CopiesUnderTest.eventually(() -> Files.exists(directory.resolve("latest")));
    CopiesUnderTest.eventually(() -> MAIL.getReceivedMessages().length == 1);
    CopiesUnderTest.eventually(
        () ->
            ledger.get("/api/v1/log/checkpoints?limit=1000").items().stream()
                .anyMatch(each -> !each.get("timeStamps").isEmpty()));

    List<JsonNode> all = ledger.get("/api/v1/log/checkpoints?limit=1000").items();
    assertThat(all).extracting(each -> each.get("size").asLong()).isSorted();
    JsonNode cosigned =
        all.stream().filter(each -> !each.get("cosignatures").isEmpty()).findFirst().orElseThrow();
    SignedNote note = SignedNote.parse(cosigned.get("note").asString());
    assertThat(note.open(log.keys())).hasSize(1);
    NoteSignature line =
        NoteSignature.parse(cosigned.get("cosignatures").get(0).get("line").asString());
    assertThat(note.with(List.of(line)).open(keys())).hasSize(2);
    JsonNode stamped =
        all.stream().filter(each -> !each.get("timeStamps").isEmpty()).findFirst().orElseThrow();
    JsonNode stamp = stamped.get("timeStamps").get(0);
    assertThat(CanonicalBase64.decode(stamp.get("response").asString())).isNotEmpty();
    assertThat(stamp.get("authority").asString()).isEqualTo(authority.url());
  }

  @Test
  void the_list_is_cut_into_pages_and_streamed_for_auditors() {
    CopiesUnderTest.eventually(() -> ledger.get("/api/v1/log/checkpoints").items().size() >= 2);
    JsonNode first = ledger.get("/api/v1/log/checkpoints?limit=1").json();
    JsonNode second =
        ledger.get("/api/v1/log/checkpoints?limit=1&after=" + first.get("next").asString()).json();
    assertThat(second.get("items").get(0).get("size").asLong())
        .isGreaterThan(first.get("items").get(0).get("size").asLong());
    assertThat(
            ledger.get("/api/v1/log/checkpoints", "application/x-ndjson").text().lines().toList())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> json.readTree(line).get("size").asLong() > 0);
    assertThat(send(request("/api/v1/log/checkpoints")).statusCode()).isEqualTo(401);
    assertThat(
            send(request("/api/v1/log/checkpoints")
                    .header("Authorization", "Bearer " + token("ledger.query")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void how_far_the_places_are_is_shown_and_measured() {
    CopiesUnderTest.eventually(this::isCosigned);
    assertThat(health.health().getDetails().get("places").toString())
        .contains("witness w/1", "directory ", "mail auditor@example.kz", "time stamp http")
        .doesNotContain("failure");
    assertThat(health.health().getDetails().get("quorum").toString()).contains("needed=1", "of=1");
    assertThat(ledger.get("/actuator/health").json().get("status").asString()).isEqualTo("UP");
    assertThat(ledger.get("/actuator/prometheus").text())
        .contains(
            "ledger_copies_size_leaves{kind=\"WITNESS\",place=\"w/1\"}",
            "ledger_copies_age_seconds{kind=\"DIRECTORY\"",
            "ledger_copies_failing_seconds{kind=\"MAIL\"",
            "ledger_copies_quorum_waiting_seconds ");
  }
}
