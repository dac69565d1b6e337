package org.consentledger.api.invitation;

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
import org.consentledger.api.command.Prepared;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
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
import org.springframework.stereotype.Component;

/** Prepares invitations, whoever asks for them: an officer, or the person on a page. */
@Component
public final class ConsentInvitations {

  private final Vault vault;
  private final Notices notices;
  private final LetterServer server;
  private final OutgoingMailProperties properties;
  private final OperatorProfiles operators;
  private final Clock clock;
  private final Duration validFor;

  ConsentInvitations(
      Vault vault,
      Notices notices,
      LetterServer server,
      OutgoingMailProperties properties,
      OperatorProfiles operators,
      Clock clock,
      @Value("${ledger.invitations.valid-for:P7D}") Duration validFor) {
    this.vault = vault;
    this.notices = notices;
    this.server = server;
    this.properties = properties;
    this.operators = operators;
    this.clock = clock;
    this.validFor = validFor;
  }

  /**
   * Makes the command that invites somebody.
   *
   * @throws ProblemException where letters cannot be sent, or the text is not the one that was
   *     meant
   * @throws Refused where there is no such text
   */
  public Prepared prepare(SubjectId subjectId, InvitationRequest request) {
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

  /**
   * Refuses where letters cannot be sent.
   *
   * @throws ProblemException which says what is missing
   */
  public void requireSendable() {
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
