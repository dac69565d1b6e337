package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what people answer when they are asked for consent (clauses 7.1, 8.4). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}/consents")
public final class ConsentController {

  /**
   * What a withdrawal answers besides.
   *
   * @param continuing what goes on nevertheless, and on which ground
   */
  @Schema(name = "WithdrawalMembers")
  record Withdrawal(SubjectId subjectId, List<ClaimedGroundView> continuing) {}

  private final CommandDesk desk;
  private final Vault vault;
  private final SubjectEffects effects;
  private final JsonMapper json;

  ConsentController(CommandDesk desk, Vault vault, SubjectEffects effects, JsonMapper json) {
    this.desk = desk;
    this.vault = vault;
    this.effects = effects;
    this.json = json;
  }

  /**
   * Records that consent was given. It covers the categories that it lists, the purpose's actions
   * and its conditions, no more. A consent that is older than a later no is recorded and does not
   * change what holds.
   */
  @Operation(operationId = "giveConsent")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.PurposeRetired.class,
    Refusal.ConsentOutsidePurpose.class,
    Refusal.CategoryOutsidePurpose.class,
    Refusal.PolicyUnknown.class,
    Refusal.PolicyTextMissing.class,
    Refusal.AuthorityMissing.class,
    Refusal.DoubleOptInDemanded.class,
    Refusal.EffectiveInFuture.class,
    Refusal.ExpiryBeforeBeginning.class
  })
  @PostMapping
  public ResponseEntity<String> give(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody ConsentRequests.Give request,
      CommandContext context) {
    return desk.submit(context, request, () -> consent(subjectId, request));
  }

  private Prepared consent(SubjectId subjectId, ConsentRequests.Give request) {
    ConsentRequests.GivenBy givenBy = request.givenBy();
    Deposit deposit = vault.deposit(subjectId);
    @Nullable UUID authority = Texts.seal(givenBy.authorityRef(), deposit);
    @Nullable UUID evidence =
        request.evidence() == null || request.evidence().isNull()
            ? null
            : deposit.document(json.writeValueAsBytes(request.evidence()));
    GiveConsent command =
        new GiveConsent(
            subjectId,
            new PurposeId(request.purposeId()),
            new PolicyVersion(request.policyVersion()),
            request.language(),
            hash(request.noticeHash()),
            request.channel(),
            givenBy.role(),
            authority,
            Scopes.categories(request.categories()),
            conditions(request.conditions()),
            evidence,
            request.effectiveAt(),
            request.expiresAt());
    return new Prepared(command, deposit.writes(), Map.of("subjectId", subjectId));
  }

  /** Renews a consent, even one whose term is over, under the policy in force. */
  @Operation(operationId = "renewConsent")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.PurposeRetired.class,
    Refusal.ConsentOutsidePurpose.class,
    Refusal.PolicyUnknown.class,
    Refusal.PolicyTextMissing.class,
    Refusal.NothingToRenew.class,
    Refusal.DoubleOptInDemanded.class,
    Refusal.LaterAnswerStands.class,
    Refusal.EffectiveInFuture.class,
    Refusal.ExpiryBeforeBeginning.class
  })
  @PostMapping("/{purposeId}/renewal")
  public ResponseEntity<String> renew(
      @PathVariable SubjectId subjectId,
      @PathVariable PurposeId purposeId,
      @Valid @RequestBody ConsentRequests.Renew request,
      CommandContext context) {
    return submit(
        context,
        request,
        new RenewConsent(
            subjectId,
            purposeId,
            request.channel(),
            request.policyVersion() == null ? null : new PolicyVersion(request.policyVersion()),
            request.language(),
            hash(request.noticeHash()),
            request.effectiveAt(),
            request.expiresAt()));
  }

  /** Records that the person said no, which ends a consent that was given before. */
  @Operation(operationId = "refuseConsent")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.LaterAnswerStands.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/{purposeId}/refusal")
  public ResponseEntity<String> refuse(
      @PathVariable SubjectId subjectId,
      @PathVariable PurposeId purposeId,
      @Valid @RequestBody ConsentRequests.No request,
      CommandContext context) {
    return submit(
        context,
        request,
        new RefuseConsent(subjectId, purposeId, request.channel(), request.effectiveAt()));
  }

  /**
   * Withdraws consent, at once. {@code continuing} lists the other grounds on which processing for
   * the purpose goes on; nothing, where there is none.
   */
  @Operation(operationId = "withdrawConsent")
  @AnswersCommand(Withdrawal.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.NothingToWithdraw.class,
    Refusal.LaterAnswerStands.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/{purposeId}/withdrawal")
  public ResponseEntity<String> withdraw(
      @PathVariable SubjectId subjectId,
      @PathVariable PurposeId purposeId,
      @Valid @RequestBody ConsentRequests.No request,
      CommandContext context) {
    return desk.submit(context, request, () -> effects.withdraw(subjectId, purposeId, request));
  }

  private ResponseEntity<String> submit(
      CommandContext context, Object request, SubjectCommand command) {
    return desk.submit(
        context,
        request,
        () -> new Prepared(command, List.of(), Map.of("subjectId", command.subjectId())));
  }

  private static ConsentConditions conditions(ConsentRequests.@Nullable Conditions request) {
    return request == null
        ? ConsentConditions.NONE
        : new ConsentConditions(
            Boolean.TRUE.equals(request.thirdPartyTransfer()),
            Boolean.TRUE.equals(request.crossBorder()),
            Boolean.TRUE.equals(request.publication()),
            Scopes.set(request.recipients(), RecipientId::new));
  }

  private static @Nullable String hash(@Nullable String sent) {
    if (sent == null) {
      return null;
    }
    String lower = sent.toLowerCase(Locale.ROOT);
    return lower.startsWith("sha256:") ? lower.substring("sha256:".length()) : lower;
  }
}
