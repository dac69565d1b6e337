package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectCommand.ConfirmNotice;
import org.consentledger.core.subject.SubjectCommand.TellRecipient;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Those who were given data are told that it is gone, and confirm (clauses 2.11, 2.14). The
 * person's key is gone then: evidence is sealed with the operator's own.
 */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}/disposals/{disposalId}/recipients/{recipientId}")
final class RecipientNoticeController {

  private final CommandDesk desk;
  private final Vault vault;

  /**
   * A message to a recipient, or from one.
   *
   * @param channel the way by which it went
   * @param evidence what it is found by, such as a letter's number; kept sealed. It outlives the
   *     person's data, so it must not name the person
   * @param effectiveAt when it went: a moment that is not in the future; now where it is not said
   */
  @Schema(name = "NoticeRequest")
  record Message(
      @NotNull Channel channel,
      @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 2000) String evidence,
      @Nullable Instant effectiveAt) {}

  /** What a notice answers besides. */
  @Schema(name = "NoticeMembers")
  record Told(SubjectId subjectId, UUID disposalId, RecipientId recipientId) {}

  RecipientNoticeController(CommandDesk desk, Vault vault) {
    this.desk = desk;
    this.vault = vault;
  }

  /**
   * Records that a recipient who was given the data was told that it is gone. Told twice is told
   * once.
   */
  @Operation(operationId = "tellRecipient")
  @AnswersCommand(Told.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.DisposalUnknown.class,
    Refusal.DisposalNotDone.class,
    Refusal.RecipientWithoutData.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/notice")
  ResponseEntity<String> tell(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID disposalId,
      @PathVariable RecipientId recipientId,
      @Valid @RequestBody Message request,
      CommandContext context) {
    return submit(
        context,
        request,
        new Told(subjectId, disposalId, recipientId),
        evidence ->
            new TellRecipient(
                subjectId,
                disposalId,
                recipientId,
                request.channel(),
                evidence,
                request.effectiveAt()));
  }

  /** Records that a recipient confirmed that the data is gone there, too. */
  @Operation(operationId = "confirmNotice")
  @AnswersCommand(Told.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.DisposalUnknown.class,
    Refusal.DisposalNotDone.class,
    Refusal.RecipientWithoutData.class,
    Refusal.ConfirmationBeforeNotice.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/confirmation")
  ResponseEntity<String> confirm(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID disposalId,
      @PathVariable RecipientId recipientId,
      @Valid @RequestBody Message request,
      CommandContext context) {
    return submit(
        context,
        request,
        new Told(subjectId, disposalId, recipientId),
        evidence ->
            new ConfirmNotice(
                subjectId,
                disposalId,
                recipientId,
                request.channel(),
                evidence,
                request.effectiveAt()));
  }

  private ResponseEntity<String> submit(
      CommandContext context,
      Message request,
      Told told,
      Function<@Nullable UUID, SubjectCommand> command) {
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          return new Prepared(
              command.apply(Texts.seal(request.evidence(), deposit)),
              deposit.writes(),
              Map.of(
                  "subjectId", told.subjectId(),
                  "disposalId", told.disposalId(),
                  "recipientId", told.recipientId()));
        });
  }
}
