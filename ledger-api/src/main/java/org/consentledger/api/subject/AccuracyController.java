package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand.ConfirmAccuracy;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps personal data accurate: corrected, or confirmed (clauses 4.1, 4.2, 5.6, 8.3). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}")
public final class AccuracyController {

  private final CommandDesk desk;
  private final Vault vault;
  private final SubjectEffects effects;

  AccuracyController(CommandDesk desk, Vault vault, SubjectEffects effects) {
    this.desk = desk;
    this.vault = vault;
    this.effects = effects;
  }

  /** Corrects personal data, and unblocks it in the same breath if asked to. */
  @Operation(operationId = "rectifyPersonalData")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.SubjectExists.class,
    Refusal.CategoryOutsidePurpose.class
  })
  @PostMapping("/rectification")
  public ResponseEntity<String> rectify(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Rectify request,
      CommandContext context) {
    Intake.Checked data = effects.check(request);
    return desk.submit(context, request, () -> effects.rectify(subjectId, request, data));
  }

  /** Records that the data was looked through and still is accurate; its review is due later. */
  @Operation(operationId = "confirmAccuracy")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping("/accuracy-confirmation")
  public ResponseEntity<String> confirm(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Confirm request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(subjectId);
          ConfirmAccuracy command =
              new ConfirmAccuracy(subjectId, Texts.seal(request.accuracyAttestedBy(), deposit));
          return new Prepared(command, deposit.writes(), Map.of("subjectId", subjectId));
        });
  }
}
