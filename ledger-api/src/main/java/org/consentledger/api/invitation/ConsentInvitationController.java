package org.consentledger.api.invitation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for consent by a letter to the person's own address (clause 7.1; double opt-in). */
@RestController
final class ConsentInvitationController {

  private final CommandDesk desk;
  private final ConsentInvitations invitations;

  /**
   * What an invitation answers besides.
   *
   * @param invitationId the invitation; it opens nothing
   * @param expiresAt by when the person has to answer at the latest: a moment in UTC
   */
  @Schema(name = "InvitationMembers")
  record Invited(SubjectId subjectId, UUID invitationId, Instant expiresAt) {}

  ConsentInvitationController(CommandDesk desk, ConsentInvitations invitations) {
    this.desk = desk;
    this.invitations = invitations;
  }

  /**
   * Asks the person for consent by a letter to the address that the vault holds. The letter carries
   * a link to the exact text, with a button; consent is given when it is pressed, in time, once.
   * The link's token stands in the letter alone. A later invitation for the same purpose takes the
   * place of this one.
   */
  @Operation(operationId = "inviteConsent")
  @AnswersCommand(Invited.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.AddressUnusable.class,
    Refusal.PurposeUnknown.class,
    Refusal.PurposeRetired.class,
    Refusal.ConsentOutsidePurpose.class,
    Refusal.CategoryOutsidePurpose.class,
    Refusal.PolicyUnknown.class,
    Refusal.PolicyTextMissing.class,
    Refusal.OperatorNotDescribed.class,
    Refusal.MailNotConfigured.class
  })
  @PostMapping("/api/v1/subjects/{subjectId}/consent-invitations")
  ResponseEntity<String> invite(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody InvitationRequest request,
      CommandContext context) {
    return desk.submit(context, request, () -> invitations.prepare(subjectId, request));
  }
}
