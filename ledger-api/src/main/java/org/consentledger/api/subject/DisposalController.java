package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.CommittedEvent;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.ApproveDisposal;
import org.consentledger.core.subject.SubjectCommand.CancelDisposal;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
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

  private static final Set<String> ENDS =
      Set.of(
          name(DisposalEvent.SubjectDestroyed.class), name(DisposalEvent.SubjectAnonymised.class));

  private final CommandDesk desk;
  private final Vault vault;

  /**
   * What a disposal answers besides.
   *
   * @param disposalId names the disposal; missing where nothing was to change
   * @param disposal how far it is; missing where nothing was to change
   * @param certificate where its certificate is to be had; missing while it is not done
   */
  @Schema(name = "DisposalMembers")
  record Requested(
      SubjectId subjectId,
      @Nullable UUID disposalId,
      @Nullable DisposalProgress disposal,
      @Nullable String certificate) {}

  DisposalController(CommandDesk desk, Vault vault) {
    this.desk = desk;
    this.vault = vault;
  }

  /**
   * Anonymises a subject, for good. All personal data goes; the facts stay under the random
   * identifier, which leads to nobody any more. Where a purpose of the data asks for it, a second
   * person approves first; until then the data is used for nothing.
   */
  @Operation(operationId = "anonymiseSubject")
  @AnswersCommand(value = Requested.class, status = 202)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectDestroyed.class,
    Refusal.LegalHold.class,
    Refusal.DisposalPending.class
  })
  @PostMapping("/anonymisation")
  ResponseEntity<String> anonymise(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Dispose request,
      CommandContext context) {
    return submit(
        context,
        request,
        subjectId,
        disposalId ->
            new AnonymiseSubject(
                subjectId, disposalId, request.ground(), request.reason(), context.actor()));
  }

  /**
   * Destroys all personal data of a subject, for good, even of one who was anonymised. Where a
   * purpose of the data asks for it, a second person approves first; until then the data is used
   * for nothing.
   */
  @Operation(operationId = "destroySubject")
  @AnswersCommand(value = Requested.class, status = 202)
  @Refuses({Refusal.SubjectUnknown.class, Refusal.LegalHold.class, Refusal.DisposalPending.class})
  @PostMapping("/destruction")
  ResponseEntity<String> destroy(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Dispose request,
      CommandContext context) {
    return submit(
        context,
        request,
        subjectId,
        disposalId ->
            new DestroySubject(
                subjectId, disposalId, request.ground(), request.reason(), context.actor()));
  }

  private ResponseEntity<String> submit(
      CommandContext context,
      Object request,
      SubjectId subjectId,
      Function<UUID, SubjectCommand> command) {
    return desk.submit(
        context,
        request,
        () -> {
          UUID disposalId = UUID.randomUUID();
          return new Prepared(
              command.apply(disposalId),
              List.of(),
              appended -> members(subjectId, disposalId, appended),
              HttpStatus.ACCEPTED);
        });
  }

  /** The events say how far it is: a request alone waits, and the end of the data is the end. */
  private static Map<String, Object> members(
      SubjectId subjectId, UUID disposalId, Appended appended) {
    List<String> names = appended.events().stream().map(CommittedEvent::name).toList();
    if (!names.contains(name(DisposalEvent.DisposalRequested.class))) {
      return Map.of("subjectId", subjectId);
    }
    boolean done = names.stream().anyMatch(ENDS::contains);
    return done
        ? Map.of(
            "subjectId",
            subjectId,
            "disposalId",
            disposalId,
            "disposal",
            DisposalProgress.DONE,
            "certificate",
            "/api/v1/disposals/" + disposalId + "/certificate")
        : Map.of(
            "subjectId", subjectId,
            "disposalId", disposalId,
            "disposal", DisposalProgress.WAITING);
  }

  private static String name(Class<? extends DisposalEvent> event) {
    return EventNames.nameOf(event).orElseThrow();
  }

  /**
   * Approves the disposal that waits, destruction or anonymisation; then it is done, before the
   * answer. Who asked for it does not approve it.
   */
  @Operation(operationId = "approveDisposal")
  @AnswersCommand(status = 202)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.NothingToApprove.class,
    Refusal.SecondPersonNeeded.class,
    Refusal.NoLongerDue.class,
    Refusal.LegalHold.class
  })
  @PostMapping("/destruction/approval")
  ResponseEntity<String> approve(@PathVariable SubjectId subjectId, CommandContext context) {
    return desk.submit(
        context,
        null,
        () ->
            new Prepared(
                new ApproveDisposal(subjectId, context.actor()),
                List.of(),
                Map.of("subjectId", subjectId),
                HttpStatus.ACCEPTED));
  }

  /**
   * Calls the disposal that waits off, with a reason. Data whose time is over is kept longer only
   * by a hold or on a ground.
   */
  @Operation(operationId = "cancelDisposal")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.NothingToApprove.class,
    Refusal.StillDue.class
  })
  @PostMapping("/destruction/cancellation")
  ResponseEntity<String> cancel(
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
          return new Prepared(command, deposit.writes(), Map.of("subjectId", subjectId));
        });
  }
}
