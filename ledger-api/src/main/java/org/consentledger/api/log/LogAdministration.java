package org.consentledger.api.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.consentledger.core.log.SealStatus;
import org.consentledger.core.log.Sealer;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.note.VerifierKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the log keeps up, and the change of its key. */
@RestController
public final class LogAdministration {

  private final Sealer sealer;
  private final SealingLoop sealing;
  private final TransparencyLog log;

  /**
   * The keys of the log after a change.
   *
   * @param verifierKey the key in force
   * @param verifierKeys all of them, oldest first
   */
  record Keys(String verifierKey, List<String> verifierKeys) {}

  LogAdministration(Sealer sealer, SealingLoop sealing, TransparencyLog log) {
    this.sealer = sealer;
    this.sealing = sealing;
    this.log = log;
  }

  /** How the log keeps up with the history. */
  @GetMapping("/api/v1/log")
  @Operation(operationId = "getLogStatus")
  public SealStatus status() {
    return log.status(sealing.refusal());
  }

  /**
   * Replaces the key that signs. The change is a leaf of the log, and the checkpoint of the tree
   * that ends with it is signed with both keys. Nodes that do not share the key file need the new
   * file, too.
   */
  @PostMapping("/api/v1/log/key-rotation")
  @Operation(operationId = "rotateLogKey")
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  public ResponseEntity<Keys> changeKey() {
    VerifierKey key = sealer.changeKey();
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Keys(key.toString(), log.keys().stream().map(VerifierKey::toString).toList()));
  }
}
