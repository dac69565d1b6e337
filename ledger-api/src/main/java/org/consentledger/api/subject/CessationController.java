package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand.DemandTransferCessation;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in people's demands that processing stops (clauses 3.2, 4.1, 8.9). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}")
public final class CessationController {

  /**
   * What a demand to stop answers besides.
   *
   * @param continuing what goes on nevertheless, and on which ground
   */
  @Schema(name = "CessationMembers")
  record Ceased(SubjectId subjectId, List<ClaimedGroundView> continuing) {}

  private final CommandDesk desk;
  private final SubjectEffects effects;

  CessationController(CommandDesk desk, SubjectEffects effects) {
    this.desk = desk;
    this.effects = effects;
  }

  /**
   * Ends processing for the named purposes, or for all, as of the demand: consents, and grounds
   * that do not bind the operator. Only what is given or claimed later permits again. {@code
   * continuing} lists what goes on because a law, a court or a contract demands it.
   */
  @Operation(operationId = "demandCessation")
  @AnswersCommand(Ceased.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/cessation")
  public ResponseEntity<String> cease(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody GroundRequests.Cease request,
      CommandContext context) {
    return desk.submit(context, request, () -> effects.cease(subjectId, request));
  }

  /** Ends the handing on of data for the named purposes, or for all; other processing goes on. */
  @Operation(operationId = "demandTransferCessation")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/transfer-cessation")
  public ResponseEntity<String> ceaseTransfer(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody GroundRequests.Cease request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () ->
            new Prepared(
                new DemandTransferCessation(
                    subjectId,
                    Scopes.set(request.purposes(), PurposeId::new),
                    request.effectiveAt()),
                List.of(),
                Map.of("subjectId", subjectId)));
  }
}
