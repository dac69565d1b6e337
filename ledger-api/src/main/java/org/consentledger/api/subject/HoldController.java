package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand.LiftHold;
import org.consentledger.core.subject.SubjectCommand.PlaceHold;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps data that a proceeding needs from being disposed of (clause 5.7). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}/holds")
public final class HoldController {

  /**
   * What a hold answers besides.
   *
   * @param holdId names the hold
   */
  @Schema(name = "HoldMembers")
  record Held(SubjectId subjectId, UUID holdId) {}

  private final CommandDesk desk;
  private final Vault vault;

  HoldController(CommandDesk desk, Vault vault) {
    this.desk = desk;
    this.vault = vault;
  }

  /** Places a legal hold: until its last hold is lifted, nothing of the person is disposed of. */
  @Operation(operationId = "placeHold")
  @AnswersCommand(Held.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping
  public ResponseEntity<String> place(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody ProtectionRequests.Hold request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(subjectId);
          UUID holdId = UUID.randomUUID();
          PlaceHold command =
              new PlaceHold(subjectId, holdId, Texts.sealPresent(request.citation(), deposit));
          return new Prepared(
              command, deposit.writes(), Map.of("subjectId", subjectId, "holdId", holdId));
        });
  }

  /**
   * Lifts a hold. One that waits for a request of the authorised body ends with the answer alone.
   */
  @Operation(operationId = "liftHold")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.HoldUnknown.class,
    Refusal.AuthorityRequestPending.class
  })
  @PostMapping("/{holdId}/lift")
  public ResponseEntity<String> lift(
      @PathVariable SubjectId subjectId, @PathVariable UUID holdId, CommandContext context) {
    return desk.submit(
        context,
        null,
        () ->
            new Prepared(
                new LiftHold(subjectId, holdId), List.of(), Map.of("subjectId", subjectId)));
  }
}
