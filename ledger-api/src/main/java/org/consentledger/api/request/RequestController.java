package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.request.RequestCommand.CheckAuthority;
import org.consentledger.core.request.RequestCommand.ExtendRequest;
import org.consentledger.core.request.RequestCommand.LinkSubject;
import org.consentledger.core.request.RequestCommand.PauseRequest;
import org.consentledger.core.request.RequestCommand.ResumeRequest;
import org.consentledger.core.request.RequestCommand.VerifyIdentity;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in what people ask of the operator (clauses 3.2, 4.1, 8.3, 8.4), and keeps the terms of the
 * law.
 */
@RestController
@RequestMapping("/api/v1/requests")
public final class RequestController {

  private final RequestDesk desk;

  RequestController(RequestDesk desk) {
    this.desk = desk;
  }

  /**
   * Enters a request, under the next number of the year. Its term begins on the day after the
   * receipt; {@code terms} shows how its end was counted. What the person wrote is sealed, and ends
   * with the person's data.
   */
  @Operation(operationId = "receiveRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({Refusal.SubjectUnknown.class, Refusal.EffectiveInFuture.class})
  @PostMapping
  public ResponseEntity<String> receive(
      @Valid @RequestBody RequestForms.Receive form, CommandContext context) {
    if (form.type() == RequestType.AUTHORITY) {
      throw new ProblemException(
          Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "INVALID_INPUT",
                  "What the authorised body asks is sent to /api/v1/authority-requests.")
              .withErrors(
                  List.of(new InvalidInput("/type", "INVALID_INPUT", "says what a person asks"))));
    }
    return desk.receive(context, form);
  }

  /**
   * Says who asks, where that was not known. It can be corrected until the identity is verified.
   */
  @Operation(operationId = "linkRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({
    Refusal.RequestUnknown.class,
    Refusal.AuthorityAsks.class,
    Refusal.RequestClosed.class,
    Refusal.SubjectUnknown.class,
    Refusal.IdentityVerifiedAlready.class
  })
  @PostMapping("/{requestId}/subject")
  public ResponseEntity<String> link(
      @PathVariable RequestId requestId,
      @Valid @RequestBody RequestForms.Link form,
      CommandContext context) {
    return desk.submit(context, form, new LinkSubject(requestId, new SubjectId(form.subjectId())));
  }

  /**
   * Notes that it was verified who asks (clause 8.3); before that, nothing is disclosed or changed
   * on request. A term that rested for it runs again.
   */
  @Operation(operationId = "verifyIdentity")
  @AnswersCommand(RequestMembers.class)
  @Refuses({
    Refusal.RequestUnknown.class,
    Refusal.AuthorityAsks.class,
    Refusal.RequestClosed.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping("/{requestId}/identity-verification")
  public ResponseEntity<String> verify(
      @PathVariable RequestId requestId,
      @Valid @RequestBody RequestForms.Verify form,
      CommandContext context) {
    return desk.submit(
        context,
        form,
        requestId,
        (request, deposit) ->
            new VerifyIdentity(requestId, desk.seal(SealedWords.text(form.evidence()), deposit)));
  }

  /** Notes that the authority of the representative was checked (clause 3.2). */
  @Operation(operationId = "checkAuthority")
  @AnswersCommand(RequestMembers.class)
  @Refuses({
    Refusal.RequestUnknown.class,
    Refusal.AuthorityAsks.class,
    Refusal.RequestClosed.class,
    Refusal.NoRepresentative.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping("/{requestId}/authority-check")
  public ResponseEntity<String> checkAuthority(
      @PathVariable RequestId requestId,
      @Valid @RequestBody RequestForms.Verify form,
      CommandContext context) {
    return desk.submit(
        context,
        form,
        requestId,
        (request, deposit) ->
            new CheckAuthority(requestId, desk.seal(SealedWords.text(form.evidence()), deposit)));
  }

  /** Lets the term rest until the person has shown who they are, or has said what is meant. */
  @Operation(operationId = "pauseRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({
    Refusal.RequestUnknown.class,
    Refusal.AuthorityAsks.class,
    Refusal.RequestClosed.class,
    Refusal.TermOver.class,
    Refusal.IdentityVerifiedAlready.class
  })
  @PostMapping("/{requestId}/pause")
  public ResponseEntity<String> pause(
      @PathVariable RequestId requestId,
      @Valid @RequestBody RequestForms.Pause form,
      CommandContext context) {
    return desk.submit(context, form, new PauseRequest(requestId, form.reason()));
  }

  /** Lets the term run again; days on which it rested, be it for a moment, do not count. */
  @Operation(operationId = "resumeRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({Refusal.RequestUnknown.class, Refusal.RequestClosed.class})
  @PostMapping("/{requestId}/resume")
  public ResponseEntity<String> resume(@PathVariable RequestId requestId, CommandContext context) {
    return desk.submit(context, null, new ResumeRequest(requestId));
  }

  /** Extends the term, once and with a reason, before it is over. */
  @Operation(operationId = "extendRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({
    Refusal.RequestUnknown.class,
    Refusal.AuthorityAsks.class,
    Refusal.RequestClosed.class,
    Refusal.TermOver.class,
    Refusal.ExtendedAlready.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping("/{requestId}/extension")
  public ResponseEntity<String> extend(
      @PathVariable RequestId requestId,
      @Valid @RequestBody RequestForms.Extend form,
      CommandContext context) {
    return desk.submit(
        context,
        form,
        requestId,
        (request, deposit) ->
            new ExtendRequest(
                requestId, form.days(), desk.seal(SealedWords.text(form.explanation()), deposit)));
  }
}
