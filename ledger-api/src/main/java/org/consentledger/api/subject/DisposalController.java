package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ends personal data (clauses 2.5, 2.14, 5.7): ciphertext, key and index are gone in the
 * transaction of the event, before the answer.
 */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}")
final class DisposalController {

  private final CommandDesk desk;
  private final Vault vault;

  DisposalController(CommandDesk desk, Vault vault) {
    this.desk = desk;
    this.vault = vault;
  }

  /**
   * Anonymises a subject, for good. All personal data goes; the facts stay under the random
   * identifier, which leads to nobody any more.
   */
  @Operation(operationId = "anonymiseSubject")
  @AnswersCommand(status = 202)
  @Refuses({Refusal.SubjectUnknown.class, Refusal.SubjectDestroyed.class, Refusal.LegalHold.class})
  @PostMapping("/anonymisation")
  ResponseEntity<String> anonymise(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Dispose request,
      CommandContext context) {
    return submit(
        context, request, new AnonymiseSubject(subjectId, request.ground(), request.reason()));
  }

  /** Destroys all personal data of a subject, for good, even of one who was anonymised. */
  @Operation(operationId = "destroySubject")
  @AnswersCommand(status = 202)
  @Refuses({Refusal.SubjectUnknown.class, Refusal.LegalHold.class})
  @PostMapping("/destruction")
  ResponseEntity<String> destroy(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Dispose request,
      CommandContext context) {
    return submit(
        context, request, new DestroySubject(subjectId, request.ground(), request.reason()));
  }

  private ResponseEntity<String> submit(
      CommandContext context, Object request, SubjectCommand command) {
    SubjectId subjectId = command.subjectId();
    return desk.submit(
        context,
        request,
        () ->
            new Prepared(
                command,
                vault.erase(subjectId),
                Map.of("subjectId", subjectId),
                HttpStatus.ACCEPTED));
  }
}
