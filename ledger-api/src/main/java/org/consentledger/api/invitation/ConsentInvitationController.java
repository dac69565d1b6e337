package org.consentledger.api.invitation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.problem.RefusalProblems;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.SubjectCommand.InviteConsent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for consent by a letter to the person's own address (clause 7.1; double opt-in). */
@RestController
final class ConsentInvitationController {

  private final CommandDesk desk;
  private final Vault vault;
  private final Notices notices;
  private final LetterServer server;
  private final OutgoingMailProperties properties;
  private final OperatorProfiles operators;
  private final Clock clock;
  private final Duration validFor;

  /**
   * What an invitation answers besides.
   *
   * @param invitationId the invitation; it opens nothing
   * @param expiresAt by when the person has to answer at the latest: a moment in UTC
   */
  @Schema(name = "InvitationMembers")
  record Invited(SubjectId subjectId, UUID invitationId, Instant expiresAt) {}

  ConsentInvitationController(
      CommandDesk desk,
      Vault vault,
      Notices notices,
      LetterServer server,
      OutgoingMailProperties properties,
      OperatorProfiles operators,
      Clock clock,
      @Value("${ledger.invitations.valid-for:P7D}") Duration validFor) {
    this.desk = desk;
    this.vault = vault;
    this.notices = notices;
    this.server = server;
    this.properties = properties;
    this.operators = operators;
    this.clock = clock;
    this.validFor = validFor;
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
    return desk.submit(context, request, () -> invitation(subjectId, request));
  }

  private Prepared invitation(SubjectId subjectId, InvitationRequest request) {
    requireSendable();
    PolicyVersion policy = new PolicyVersion(request.policyVersion());
    String text = text(request, policy);
    Deposit deposit = vault.deposit(subjectId);
    UUID invitationId = UUID.randomUUID();
    // The rules date it no earlier; what is kept a little shorter than it holds does no harm.
    Instant expiresAt = clock.instant().plus(validFor);
    InviteConsent command =
        new InviteConsent(
            subjectId,
            invitationId,
            new PurposeId(request.purposeId()),
            policy,
            request.language(),
            Notices.hash(text),
            request.notice() == null
                ? null
                : deposit.document(text.getBytes(StandardCharsets.UTF_8)),
            set(request.categories(), Category::new),
            conditions(request.conditions()),
            validFor);
    List<Write> writes = new ArrayList<>(deposit.writes());
    writes.add(Invitations.keep(invitationId, subjectId, expiresAt));
    return new Prepared(
        command,
        writes,
        Map.of("subjectId", subjectId, "invitationId", invitationId, "expiresAt", expiresAt));
  }

  private void requireSendable() {
    server.requireConfigured();
    if (properties.sender().isEmpty()) {
      throw notYet(new Refusal.MailNotConfigured("ledger.mail.out.from"));
    }
    if (operators.current().isEmpty()) {
      throw notYet(new Refusal.OperatorNotDescribed());
    }
  }

  /** Not an answer that is kept for its idempotency key: it can be put right. */
  private static ProblemException notYet(Refusal refusal) {
    return new ProblemException(RefusalProblems.of(refusal));
  }

  /** Clause 12.3: whoever names a hash must mean the text that will be shown. */
  private String text(InvitationRequest request, PolicyVersion policy) {
    String text =
        request.notice() != null
            ? request.notice()
            : notices
                .ofPolicy(policy, request.language())
                .orElseThrow(() -> new Refused(missing(policy)));
    String named = request.noticeHash();
    if (named != null
        && !named.toLowerCase(Locale.ROOT).replace("sha256:", "").equals(Notices.hash(text))) {
      throw new ProblemException(
          Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "INVALID_INPUT",
                  "The input breaks the rules named in errors.")
              .withErrors(
                  List.of(
                      new InvalidInput(
                          "/noticeHash", "INVALID_INPUT", "is not that of the text to be shown"))));
    }
    return text;
  }

  private Refusal missing(PolicyVersion policy) {
    return notices.isKnown(policy) ? new Refusal.PolicyTextMissing() : new Refusal.PolicyUnknown();
  }

  private static ConsentConditions conditions(
      InvitationRequest.@Nullable InvitationConditions request) {
    return request == null
        ? ConsentConditions.NONE
        : new ConsentConditions(
            Boolean.TRUE.equals(request.thirdPartyTransfer()),
            Boolean.TRUE.equals(request.crossBorder()),
            Boolean.TRUE.equals(request.publication()),
            set(request.recipients(), RecipientId::new));
  }

  private static <T extends Comparable<T>> SortedSet<T> set(
      @Nullable List<String> codes, Function<String, T> make) {
    return codes == null
        ? Collections.emptySortedSet()
        : codes.stream().map(make).collect(Collectors.toCollection(TreeSet::new));
  }
}
