package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.ApproveDisposal;
import org.consentledger.core.subject.SubjectCommand.CancelDisposal;
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
public final class DisposalController {

  private final CommandDesk desk;
  private final Vault vault;
  private final SubjectEffects effects;

  DisposalController(CommandDesk desk, Vault vault, SubjectEffects effects) {
    this.desk = desk;
    this.vault = vault;
    this.effects = effects;
  }

  /**
   * Anonymises a subject, for good. All personal data goes; the facts stay under the random
   * identifier, which leads to nobody any more. Where a purpose of the data asks for it, a second
   * person approves first; until then the data is used for nothing.
   */
  @Operation(operationId = "anonymiseSubject")
  @AnswersCommand(value = DisposalMembers.class, status = 202)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectDestroyed.class,
    Refusal.LegalHold.class,
    Refusal.AuthorityRequestPending.class,
    Refusal.DisposalPending.class
  })
  @PostMapping("/anonymisation")
  public ResponseEntity<String> anonymise(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Dispose request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () ->
            new Prepared(
                new AnonymiseSubject(
                    subjectId,
                    UUID.randomUUID(),
                    request.ground(),
                    request.reason(),
                    context.actor()),
                List.of(),
                appended -> DisposalMembers.of(subjectId, appended),
                HttpStatus.ACCEPTED));
  }

  /**
   * Destroys all personal data of a subject, for good, even of one who was anonymised. Where a
   * purpose of the data asks for it, a second person approves first; until then the data is used
   * for nothing.
   */
  @Operation(operationId = "destroySubject")
  @AnswersCommand(value = DisposalMembers.class, status = 202)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.LegalHold.class,
    Refusal.AuthorityRequestPending.class,
    Refusal.DisposalPending.class
  })
  @PostMapping("/destruction")
  public ResponseEntity<String> destroy(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Dispose request,
      CommandContext context) {
    return desk.submit(
        context, request, () -> effects.destroy(subjectId, request, context.actor()));
  }

  /**
   * Approves the disposal that waits, destruction or anonymisation; then it is done, before the
   * answer. Who asked for it does not approve it.
   */
  @Operation(operationId = "approveDisposal")
  @AnswersCommand(value = DisposalMembers.class, status = 202)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.NothingToApprove.class,
    Refusal.SecondPersonNeeded.class,
    Refusal.NoLongerDue.class,
    Refusal.LegalHold.class,
    Refusal.AuthorityRequestPending.class
  })
  @PostMapping("/destruction/approval")
  public ResponseEntity<String> approve(@PathVariable SubjectId subjectId, CommandContext context) {
    return desk.submit(
        context,
        null,
        () ->
            new Prepared(
                new ApproveDisposal(subjectId, context.actor()),
                List.of(),
                appended -> DisposalMembers.of(subjectId, appended),
                HttpStatus.ACCEPTED));
  }

  /**
   * Calls the disposal that waits off, with a reason. Data whose time is over is kept longer only
   * by a hold or on a ground.
   */
  @Operation(operationId = "cancelDisposal")
  @AnswersCommand(DisposalMembers.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.NothingToApprove.class,
    Refusal.StillDue.class
  })
  @PostMapping("/destruction/cancellation")
  public ResponseEntity<String> cancel(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.CancelDisposal request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(subjectId);
          CancelDisposal command =
              new CancelDisposal(subjectId, Texts.sealPresent(request.explanation(), deposit));
          return new Prepared(
              command,
              deposit.writes(),
              appended -> DisposalMembers.of(subjectId, appended),
              HttpStatus.CREATED);
        });
  }
}
