package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.ConfirmAccuracy;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps personal data accurate: corrected, or confirmed (clauses 4.1, 4.2, 5.6, 8.3). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}")
final class AccuracyController {

  private final CommandDesk desk;
  private final Vault vault;
  private final Intake intake;

  AccuracyController(CommandDesk desk, Vault vault, Intake intake) {
    this.desk = desk;
    this.vault = vault;
    this.intake = intake;
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
  ResponseEntity<String> rectify(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Rectify request,
      CommandContext context) {
    Intake.Checked data = intake.check(request.identifiers(), request.personalData());
    if (data.contents().isEmpty()) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "INVALID_INPUT",
              "Send the corrected data; to unblock alone, there is unblock."));
    }
    return desk.submit(
        context,
        request,
        () -> {
          intake.requireFree(data, subjectId);
          Deposit deposit = vault.rectify(subjectId);
          intake.deposit(data, deposit);
          Scope unblocked =
              request.scope() == null ? Scope.of(data.categories()) : Scopes.of(request.scope());
          RectifyPersonalData command =
              new RectifyPersonalData(
                  subjectId,
                  data.categories(),
                  request.reason(),
                  Boolean.TRUE.equals(request.unblock()),
                  unblocked);
          return new Prepared(command, deposit.writes(), Map.of("subjectId", subjectId));
        });
  }

  /** Records that the data was looked through and still is accurate; its review is due later. */
  @Operation(operationId = "confirmAccuracy")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping("/accuracy-confirmation")
  ResponseEntity<String> confirm(
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
