package org.consentledger.api.personaldata;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.query.Page;
import org.consentledger.core.personaldata.EpochRotation;
import org.consentledger.core.personaldata.EpochState;
import org.consentledger.core.personaldata.Epochs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The keys under which subjects' keys are wrapped, one an epoch, and their replacement, by which
 * old backups go dead (clause 2.14).
 */
@RestController
@RequestMapping("/api/v1/keys")
final class EpochController {

  private final CommandDesk desk;
  private final EpochRotation rotation;
  private final EpochRotationJob job;
  private final Epochs epochs;

  /**
   * An epoch.
   *
   * @param epoch its number, from 1
   * @param since when it began: a moment in UTC
   * @param retiredAt when the next one began: a moment in UTC
   * @param destroyedAt when its key was destroyed: a moment in UTC. What is wrapped by it in a
   *     backup opens by nothing that the database holds since then
   * @param backupsDeadSince since when whole backups of the epoch open by no key that the ledger
   *     has, because the root key of that time was replaced as well: a moment in UTC
   * @param keys how many keys of subjects its key wraps now
   */
  record EpochView(
      int epoch,
      EpochState state,
      Instant since,
      @Nullable Instant retiredAt,
      @Nullable Instant destroyedAt,
      @Nullable Instant backupsDeadSince,
      long keys) {}

  /**
   * What the answer says beside the event.
   *
   * @param epoch the epoch that began, or had begun already
   * @param keysLeft how many keys of subjects are wrapped anew now
   */
  record Rotation(int epoch, long keysLeft) {}

  EpochController(CommandDesk desk, EpochRotation rotation, EpochRotationJob job, Epochs epochs) {
    this.desk = desk;
    this.rotation = rotation;
    this.job = job;
    this.epochs = epochs;
  }

  /**
   * Begins a new epoch. The keys of all subjects are wrapped anew in the background, and then the
   * key of the epoch before is destroyed; the list of epochs tells how far that is. While one
   * rotation is under way, no other begins (200).
   */
  @Operation(operationId = "rotateEpochKey")
  @AnswersCommand(value = Rotation.class, status = 202)
  @PostMapping("/epoch-rotation")
  ResponseEntity<String> rotate(CommandContext context) {
    ResponseEntity<String> answer =
        desk.submit(
            context,
            null,
            () -> {
              EpochRotation.Beginning next = rotation.next();
              return new Prepared(
                  next.command(),
                  next.writes(),
                  Map.of("epoch", next.command().epoch(), "keysLeft", next.command().keys()),
                  HttpStatus.ACCEPTED);
            });
    job.soon();
    return answer;
  }

  /** All epochs, the oldest first. */
  @Operation(operationId = "listEpochs")
  @GetMapping("/epochs")
  Page<EpochView> list() {
    return new Page<>(epochs.list().stream().map(this::view).toList(), null);
  }

  private EpochView view(Epochs.Epoch epoch) {
    return new EpochView(
        epoch.epoch(),
        epoch.state(),
        epoch.since(),
        epoch.retiredAt(),
        epoch.destroyedAt(),
        epochs.goneDeadSince(epoch.epoch()).orElse(null),
        epoch.keys());
  }
}
