package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand.ClaimGround;
import org.consentledger.core.subject.SubjectCommand.EndGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes in the grounds other than consent, with their evidence (clauses 7.2 to 7.7). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}/grounds")
public final class GroundClaimController {

  /**
   * What a claim answers besides.
   *
   * @param groundId names the claim
   */
  @Schema(name = "GroundClaimMembers")
  record Claimed(SubjectId subjectId, UUID groundId) {}

  private final CommandDesk desk;
  private final Vault vault;
  private final JsonMapper json;

  GroundClaimController(CommandDesk desk, Vault vault, JsonMapper json) {
    this.desk = desk;
    this.vault = vault;
    this.json = json;
  }

  /**
   * Claims a ground other than consent, for a purpose that rests on it. Its evidence is sealed; the
   * ledger holds that it was brought, and answers with the claim's name.
   */
  @Operation(operationId = "claimGround")
  @AnswersCommand(Claimed.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.ConsentNotClaimed.class,
    Refusal.GroundSwitchedOff.class,
    Refusal.EvidenceMissing.class,
    Refusal.PurposeUnknown.class,
    Refusal.PurposeRetired.class,
    Refusal.MarketingNeedsConsent.class,
    Refusal.GroundOutsidePurpose.class,
    Refusal.CategoryOutsidePurpose.class,
    Refusal.EffectiveInFuture.class,
    Refusal.ExpiryBeforeBeginning.class
  })
  @PostMapping
  public ResponseEntity<String> claim(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody GroundRequests.Claim request,
      CommandContext context) {
    SortedSet<String> keys = Evidence.keys(request.ground(), request.evidence());
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(subjectId);
          UUID groundId = UUID.randomUUID();
          ClaimGround command =
              new ClaimGround(
                  subjectId,
                  groundId,
                  request.ground(),
                  new PurposeId(request.purposeId()),
                  Scopes.categories(request.categories()),
                  keys,
                  deposit.document(
                      json.writeValueAsBytes(
                          request.evidence() == null ? Map.of() : request.evidence())),
                  Texts.seal(request.approvedBy(), deposit),
                  request.effectiveAt(),
                  request.validUntil());
          return new Prepared(
              command, deposit.writes(), Map.of("subjectId", subjectId, "groundId", groundId));
        });
  }

  /** Ends a claimed ground before its term: the contract was fulfilled, the proceeding closed. */
  @Operation(operationId = "endGround")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.GroundUnknown.class,
    Refusal.EndBeforeBeginning.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/{groundId}/end")
  public ResponseEntity<String> end(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID groundId,
      @Valid @RequestBody GroundRequests.End request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () ->
            new Prepared(
                new EndGround(subjectId, groundId, request.effectiveAt()),
                List.of(),
                Map.of("subjectId", subjectId)));
  }
}
