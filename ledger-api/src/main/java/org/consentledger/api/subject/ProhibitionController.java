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
import org.consentledger.core.subject.SubjectCommand.LiftProhibition;
import org.consentledger.core.subject.SubjectCommand.OverrideProhibition;
import org.consentledger.core.subject.SubjectCommand.SetProhibition;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what people prohibit for data that is allowed to be distributed (clause 8.6). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}/prohibitions")
public final class ProhibitionController {

  /**
   * What a prohibition answers besides.
   *
   * @param prohibitionId names the prohibition
   */
  @Schema(name = "ProhibitionMembers")
  record Prohibited(SubjectId subjectId, UUID prohibitionId) {}

  private final CommandDesk desk;
  private final Vault vault;

  ProhibitionController(CommandDesk desk, Vault vault) {
    this.desk = desk;
    this.vault = vault;
  }

  /** Sets a prohibition, at once. It never touches access: neither giving it nor having it. */
  @Operation(operationId = "setProhibition")
  @AnswersCommand(Prohibited.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.CategoryUnknown.class,
    Refusal.ConditionsMissing.class
  })
  @PostMapping
  public ResponseEntity<String> prohibit(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody ProtectionRequests.Prohibit request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(subjectId);
          UUID prohibitionId = UUID.randomUUID();
          SetProhibition command =
              new SetProhibition(
                  subjectId,
                  prohibitionId,
                  request.kind(),
                  Scopes.categories(request.categories()),
                  Texts.seal(request.conditions(), deposit));
          return new Prepared(
              command,
              deposit.writes(),
              Map.of("subjectId", subjectId, "prohibitionId", prohibitionId));
        });
  }

  /** Takes a prohibition back. */
  @Operation(operationId = "liftProhibition")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.ProhibitionUnknown.class
  })
  @PostMapping("/{prohibitionId}/lift")
  public ResponseEntity<String> lift(
      @PathVariable SubjectId subjectId, @PathVariable UUID prohibitionId, CommandContext context) {
    return desk.submit(
        context,
        null,
        () ->
            new Prepared(
                new LiftProhibition(subjectId, prohibitionId),
                List.of(),
                Map.of("subjectId", subjectId)));
  }

  /**
   * Overrides a prohibition in a public interest, with what allows it and who approved it. The
   * prohibition is kept, and the history shows both.
   */
  @Operation(operationId = "overrideProhibition")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.ProhibitionUnknown.class
  })
  @PostMapping("/{prohibitionId}/override")
  public ResponseEntity<String> override(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID prohibitionId,
      @Valid @RequestBody ProtectionRequests.PublicInterestOverride request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(subjectId);
          OverrideProhibition command =
              new OverrideProhibition(
                  subjectId,
                  prohibitionId,
                  request.interest(),
                  Texts.sealPresent(request.citation(), deposit),
                  Texts.sealPresent(request.approvedBy(), deposit));
          return new Prepared(command, deposit.writes(), Map.of("subjectId", subjectId));
        });
  }
}
