package org.consentledger.api.log;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.log.StoredCheckpoint;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.note.VerifierKey;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What verifiers fetch, as C2SP's tlog-tiles has it: public, and cacheable for as long as true. */
@RestController
final class LogController {

  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl FOR_NOW =
      CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

  private final TransparencyLog log;

  LogController(TransparencyLog log) {
    this.log = log;
  }

  /**
   * The newest signed size and root of the tree. It is a checkpoint as C2SP's tlog-checkpoint has
   * it: the log's name, the size, the root in Base64, a blank line, and signatures. Public.
   */
  @Operation(operationId = "readCheckpoint")
  @ApiResponse(
      responseCode = "200",
      description = "The checkpoint.",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
      headers =
          @Header(
              name = "ETag",
              description = "For If-None-Match, which answers 304 while nothing is new.",
              schema = @Schema(type = "string")))
  @GetMapping("/log/checkpoint")
  ResponseEntity<String> checkpoint() {
    StoredCheckpoint checkpoint =
        log.checkpoint()
            .orElseThrow(() -> notYet("NO_CHECKPOINT", "The first checkpoint is not signed yet."));
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(FOR_NOW)
        .eTag(checkpoint.size() + "-" + checkpoint.note().signatures().size())
        .body(checkpoint.note().format());
  }

  /**
   * The verifier keys of the log, one a line, the one in force first. A checkpoint of a change of
   * keys is signed with the old key and the new. Public.
   */
  @Operation(operationId = "readVerifierKeys")
  @ApiResponse(
      responseCode = "200",
      description = "The keys, as signed notes name them.",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
      headers =
          @Header(
              name = "ETag",
              description = "For If-None-Match, which answers 304 while nothing is new.",
              schema = @Schema(type = "string")))
  @GetMapping("/log/vkey")
  ResponseEntity<String> verifierKeys() {
    StringBuilder keys = new StringBuilder();
    for (VerifierKey key : log.keys().reversed()) {
      keys.append(key).append('\n');
    }
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(FOR_NOW)
        .eTag("keys-" + log.keys().size())
        .body(keys.toString());
  }

  /**
   * A tile of hashes, {@code tile/<L>/<N>[.p/<W>]}, or of entries, {@code tile/entries/…}. Entries
   * are text, so they are compressed for whoever takes it; hashes are as random as can be.
   */
  @Hidden // Its path is no template: beyond-controllers.json describes it.
  @GetMapping("/log/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    TilePath path =
        parse(request.getServletPath().substring("/log/".length()))
            .orElseThrow(LogController::noSuchTile);
    byte[] content = log.tile(path).orElseThrow(LogController::noSuchTile);
    String tag = new Hasher().leaf(content).toString().substring(0, 32);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(FOR_EVER);
    if (!path.isEntries()) {
      return answer.eTag(tag).body(content);
    }
    answer.varyBy(HttpHeaders.ACCEPT_ENCODING);
    return Gzip.isTakenBy(request)
        ? answer
            .eTag(tag + "-gzip") // Another representation (RFC 9110, 8.8.3).
            .header(HttpHeaders.CONTENT_ENCODING, "gzip")
            .body(Gzip.compress(content))
        : answer.eTag(tag).body(content);
  }

  private static ProblemException noSuchTile() {
    return new ProblemException(
        Problem.of(
            HttpStatus.NOT_FOUND,
            "NO_SUCH_TILE",
            "The tree of the newest checkpoint has no such tile."));
  }

  private static Optional<TilePath> parse(String path) {
    try {
      return Optional.of(TilePath.parse(path));
    } catch (IllegalArgumentException noTile) {
      return Optional.empty();
    }
  }

  /**
   * The proof that an event is in the log. It is a tlog-proof as C2SP has it; its extra data are
   * the bytes of the leaf. It exists a few seconds after the event.
   *
   * @param eventId the event, as a command answered it
   */
  @Operation(operationId = "readProof")
  @Misses(value = "EVENT_UNKNOWN", when = "There is no such event.")
  @ApiResponse(
      responseCode = "200",
      description = "The proof.",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
  @GetMapping("/log/proof/{eventId}")
  ResponseEntity<String> proof(@PathVariable UUID eventId) {
    return switch (log.proof(eventId)) {
      case TransparencyLog.Proof.Included included ->
          ResponseEntity.ok()
              .contentType(TEXT)
              .cacheControl(CacheControl.noCache())
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "inline; filename=\"" + eventId + ".tlog-proof\"")
              .body(included.proof().format());
      case TransparencyLog.Proof.NotSignedYet notYet ->
          throw notYet(
              "EVENT_NOT_SEALED",
              "The event is recorded, and will be under a checkpoint in a few seconds.");
      case TransparencyLog.Proof.NoSuchEvent none ->
          throw new ProblemException(
              Problem.of(HttpStatus.NOT_FOUND, "EVENT_UNKNOWN", "There is no such event."));
    };
  }

  private static ProblemException notYet(String code, String detail) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "2");
    return new ProblemException(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail), headers);
  }
}
