package org.consentledger.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.merkle.CanonicalBase64;
import org.consentledger.core.log.merkle.EntryBundle;
import org.consentledger.core.log.merkle.Frontier;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.LogProof;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest extends RunningLedger {

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  private List<VerifierKey> keys() {
    return ledger.get("/log/vkey").text().lines().map(VerifierKey::parse).toList();
  }

  private Answer registered() {
    return LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/subjects",
            "{\"identifiers\":{\"email\":\""
                + UUID.randomUUID()
                + "@example.kz\"},"
                + "\"purposeId\":\"letters\"}"));
  }

  private static Answer eventually(Supplier<Answer> ask) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    Answer answer = ask.get();
    while (answer.status() == 503 && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(50_000_000);
      answer = ask.get();
    }
    return answer;
  }

  @Test
  @Proves("history: the trail")
  void promise_5_what_was_answered_is_proven_to_be_in_the_log() {
    Answer command = registered();
    UUID event = command.eventIds().getFirst();

    LogProof proof = LogProof.parse(eventually(() -> ledger.get("/log/proof/" + event)).text());

    byte[] leaf = CanonicalBase64.decode(proof.extra().orElseThrow());
    EventEntry entry = (EventEntry) LogEntry.parse(leaf);
    assertThat(entry.eventId()).isEqualTo(event);
    Checkpoint checkpoint = proof.verify(new Hasher().leaf(leaf), keys());
    assertThat(checkpoint.size()).isGreaterThan(proof.index());
  }

  @Test
  void promise_5_an_answer_carries_a_receipt_that_commits_to_the_leaf() {
    Answer command = registered();
    UUID event = command.eventIds().getFirst();

    SignedNote receipt = SignedNote.parse(command.json().get("receipt").get("note").asString());
    receipt.open(keys());
    LogProof proof = LogProof.parse(eventually(() -> ledger.get("/log/proof/" + event)).text());
    EventEntry leaf =
        (EventEntry) LogEntry.parse(CanonicalBase64.decode(proof.extra().orElseThrow()));

    List<String> lines = receipt.text().lines().toList();
    assertThat(lines.get(0)).isEqualTo("consent-ledger/receipt/v1");
    assertThat(lines.get(1)).isEqualTo(keys().getFirst().name());
    assertThat(Instant.parse(lines.get(2))).isEqualTo(leaf.recordedAt());
    assertThat(lines.get(3))
        .isEqualTo(event + " " + leaf.position() + " " + leaf.payload() + " " + leaf.metadata());
  }

  @Test
  void promise_4_a_repeated_command_gets_the_same_receipt() {
    String body =
        "{\"identifiers\":{\"email\":\"%s@example.kz\"},\"purposeId\":\"letters\"}"
            .formatted(UUID.randomUUID());
    String key = UUID.randomUUID().toString();
    assertThat(ledger.post("/api/v1/subjects", body, key).text())
        .isEqualTo(ledger.post("/api/v1/subjects", body, key).text())
        .contains("receipt");
  }

  @Test
  void a_command_that_changes_nothing_has_no_receipt() {
    String subject = registered().subjectId();
    String block = "/api/v1/subjects/" + subject + "/block";
    ledger.post(block, "{\"reason\":\"INACCURATE\"}");

    Answer again = ledger.post(block, "{\"reason\":\"INACCURATE\"}");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().has("receipt")).isFalse();
  }

  @Test
  void the_tree_of_a_checkpoint_is_that_of_the_tiles_that_are_served() {
    UUID newest = registered().eventIds().getFirst();
    eventually(() -> ledger.get("/log/proof/" + newest));
    Checkpoint checkpoint =
        Checkpoint.open(SignedNote.parse(ledger.get("/log/checkpoint").text()), keys());

    Frontier tree = Frontier.empty();
    for (TilePath path : TilePath.all(checkpoint.size()).toList()) {
      HttpResponse<byte[]> tile = bytes(path.toString());
      assertThat(tile.statusCode()).as("%s", path).isEqualTo(200);
      if (path.isEntries()) {
        EntryBundle.entries(tile.body()).forEach(each -> tree.append(new Hasher().leaf(each)));
      }
    }
    assertThat(tree.root()).isEqualTo(checkpoint.root());
  }

  private HttpResponse<byte[]> bytes(String path) {
    try {
      return java.net.http.HttpClient.newHttpClient()
          .send(request("/log/" + path).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (java.io.IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void tiles_may_be_kept_for_ever_and_checkpoints_for_a_moment() {
    eventually(() -> ledger.get("/log/checkpoint"));
    HttpResponse<String> tile = send(request("/log/tile/0/000.p/1"));
    assertThat(tile.headers().firstValue("Cache-Control"))
        .hasValue("max-age=31536000, public, immutable");
    assertThat(tile.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    HttpRequest.Builder again =
        request("/log/tile/0/000.p/1")
            .header("If-None-Match", tile.headers().firstValue("ETag").orElseThrow());
    assertThat(send(again).statusCode()).isEqualTo(304);

    HttpResponse<String> checkpoint = send(request("/log/checkpoint"));
    assertThat(checkpoint.headers().firstValue("Cache-Control")).hasValue("max-age=1, public");
    assertThat(checkpoint.headers().firstValue("Content-Type"))
        .hasValue("text/plain;charset=UTF-8");
    assertThat(checkpoint.headers().firstValue("ETag")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                  | true
          br, GZIP;q=0.5        | true
          gzip ; q=1.0, deflate | true
          gzip;q=0              | false
          gzip; q=0.000, br     | false
          br, xgzip             | false
          identity              | false
          """)
  void entries_are_compressed_for_whoever_takes_it(String accepted, boolean compressed)
      throws Exception {
    eventually(() -> ledger.get("/log/checkpoint"));
    HttpResponse<byte[]> plain = bytes("tile/entries/000.p/1");
    HttpRequest.Builder asked =
        request("/log/tile/entries/000.p/1").header("Accept-Encoding", accepted);
    HttpResponse<byte[]> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
    assertThat(answer.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(compressed);
    byte[] content =
        compressed
            ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
            : answer.body();
    assertThat(content).isEqualTo(plain.body());
    assertThat(answer.headers().firstValue("ETag").equals(plain.headers().firstValue("ETag")))
        .isEqualTo(!compressed);
    asked.header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow());
    assertThat(send(asked).statusCode()).isEqualTo(304);
    assertThat(bytes("tile/0/000.p/1").headers().firstValue("Vary").orElse(""))
        .doesNotContain("Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/999",
        "tile/0/000.p/256",
        "tile/0/000.p/0",
        "tile/00/000",
        "tile/64/000",
        "tile/0/0",
        "tile/entries/x000/000",
        "tile/entries/999.p/255",
        "tile/-1/000",
        "tile/",
        "tile"
      })
  void what_the_tree_has_not_is_not_found(String path) {
    assertThat(send(request("/log/" + path)).statusCode()).isEqualTo(404);
  }

  @Test
  void proofs_are_for_auditors_and_say_what_there_is_not() {
    assertThat(send(request("/log/proof/" + UUID.randomUUID())).statusCode()).isEqualTo(401);
    assertThat(ledger.get("/log/proof/" + UUID.randomUUID()).code()).isEqualTo("EVENT_UNKNOWN");
    assertThat(ledger.get("/log/proof/1").status()).isIn(400, 404);
  }

  @Test
  void promise_5_a_changed_key_goes_on_with_the_same_log() {
    Answer before = registered();
    VerifierKey old = keys().getFirst();

    Answer changed = ledger.post("/api/v1/log/key-rotation", "{}");

    assertThat(changed.status()).isEqualTo(201);
    assertThat(keys().getFirst()).isNotEqualTo(old);
    assertThat(keys()).contains(old);
    SignedNote receipt = SignedNote.parse(before.json().get("receipt").get("note").asString());
    assertThat(receipt.open(keys())).containsExactly(old);
    UUID event = registered().eventIds().getFirst();
    LogProof proof = LogProof.parse(eventually(() -> ledger.get("/log/proof/" + event)).text());
    assertThat(proof.checkpoint().open(keys())).contains(keys().getFirst());
  }

  @Test
  void how_the_log_keeps_up_is_shown_and_measured() {
    UUID newest = registered().eventIds().getFirst();
    eventually(() -> ledger.get("/log/proof/" + newest));

    Answer status = ledger.get("/api/v1/log");
    assertThat(status.json().get("checkpointSize").asLong()).isPositive();
    assertThat(status.json().hasNonNull("refusal")).isFalse();
    assertThat(ledger.get("/actuator/health").json().get("status").asString()).isEqualTo("UP");
    assertThat(ledger.get("/actuator/prometheus").text())
        .contains("ledger_log_seal_lag_seconds ", "ledger_log_checkpoint_age_seconds ");
    assertThat(ledger.get("/api/v1/events?limit=1").items().getFirst().get("proof").asString())
        .startsWith("/log/proof/");
  }
}
