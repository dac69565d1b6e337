package org.consentledger.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.mail.MessagingException;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.subject.ClaimedGroundView;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.EffectKind;
import org.consentledger.core.request.RequestCommand.AnswerRequest;
import org.consentledger.core.request.RequestCommand.RefuseRequest;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers requests or refuses them (clauses 3.2, 4.1, 8.3, 8.4). */
@RestController
@RequestMapping("/api/v1/requests/{requestId}")
public final class RequestEndController {

  /** So long a letter is left to whoever hands it over at once. */
  private static final Duration HANDOVER = Duration.ofMinutes(2);

  private final CommandDesk desk;
  private final RequestDesk requests;
  private final Effects effects;
  private final MailedAnswers mail;
  private final MailedAnswerLetter letters;
  private final AnswerDelivery delivery;
  private final Vault vault;

  /**
   * What an answer to a request answers besides.
   *
   * @param requestId the request
   * @param subjectId who asked; missing where that was never known
   * @param continuing with a withdrawal or a cessation: what goes on nevertheless, and on which
   *     ground
   * @param disposalId with a destruction: names it
   * @param disposal with a destruction: how far it is
   * @param certificate with a destruction: where its certificate is to be had, once it is done
   */
  @Schema(name = "AnswerMembers")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answered(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      @Nullable List<ClaimedGroundView> continuing,
      @Nullable UUID disposalId,
      @Nullable DisposalProgress disposal,
      @Nullable String certificate) {}

  RequestEndController(
      CommandDesk desk,
      RequestDesk requests,
      Effects effects,
      MailedAnswers mail,
      MailedAnswerLetter letters,
      AnswerDelivery delivery,
      Vault vault) {
    this.desk = desk;
    this.requests = requests;
    this.effects = effects;
    this.mail = mail;
    this.letters = letters;
    this.delivery = delivery;
    this.vault = vault;
  }

  /**
   * Answers a request, and carries out in the same breath what it asks for: the events of the
   * answer and of its effects are recorded together or not at all, and where a rule refuses an
   * effect, the request is not answered either. The text leaves by mail to the e-mail address that
   * whoever asked left: at least once, and {@code end.mailed} of the request says how far it is.
   * Where the answer destroys the person's data, its text goes with that: the letter is handed over
   * at once, before this is answered, and only once. Where the data was destroyed before, nothing
   * more can be sealed: an answer then says nothing.
   */
  @Operation(operationId = "answerRequest")
  @AnswersCommand(Answered.class)
  @Refuses({
    Refusal.RequestUnknown.class,
    Refusal.AuthorityAsks.class,
    Refusal.RequestClosed.class,
    Refusal.IdentityNotVerified.class,
    Refusal.AuthorityNotChecked.class,
    Refusal.SubjectNotLinked.class,
    Refusal.EffectNotAsked.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.SubjectExists.class,
    Refusal.PurposeUnknown.class,
    Refusal.CategoryUnknown.class,
    Refusal.CategoryOutsidePurpose.class,
    Refusal.LegalHold.class,
    Refusal.AuthorityRequestPending.class,
    Refusal.DisposalPending.class,
    Refusal.NothingToWithdraw.class,
    Refusal.LaterAnswerStands.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/answer")
  public ResponseEntity<String> answer(
      @PathVariable RequestId requestId,
      @Valid @RequestBody RequestForms.Answer form,
      CommandContext context) {
    List<Effects.Checked> checked = effects.check(form.effects());
    Optional<Letter> last = lastLetter(requestId, form, checked);
    ResponseEntity<String> answer =
        desk.submit(
            context,
            form,
            () -> prepare(requestId, form, checked, context.actor(), last.isPresent()));
    if (answer.getStatusCode().is2xxSuccessful()) {
      last.ifPresent(letter -> delivery.deliverLast(requestId, letter));
    }
    return answer;
  }

  /** What tells of the destruction of data is written before the data goes, address and all. */
  private Optional<Letter> lastLetter(
      RequestId requestId, RequestForms.Answer form, List<Effects.Checked> checked) {
    if (form.text() == null
        || checked.stream().noneMatch(it -> it.kind() == EffectKind.DESTROY)
        || !leaves(requestId, form.mailed())) {
      return Optional.empty();
    }
    try {
      return letters.write(requests.require(requestId), mail.toBe(requestId), form.text());
    } catch (MessagingException unwritable) {
      return Optional.empty();
    }
  }

  private Prepared prepare(
      RequestId requestId,
      RequestForms.Answer form,
      List<Effects.Checked> checked,
      String actor,
      boolean handedOver) {
    RequestState request = requests.require(requestId);
    if (form.text() == null && checked.isEmpty() && vault.takes(requestId)) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "INVALID_INPUT",
              "An answer says something, or carries something out: send text or effects."));
    }
    Deposit deposit = vault.deposit(requestId);
    @Nullable UUID text =
        form.text() == null ? null : requests.seal(SealedWords.text(form.text()), deposit);
    Effects.Ready ready = new Effects.Ready(List.of(), List.of());
    if (!checked.isEmpty()) {
      if (request.subjectId() == null) {
        throw new Refused(new Refusal.SubjectNotLinked());
      }
      ready = effects.prepare(checked, request.subjectId(), actor);
    }
    Effects.Ready carriedOut = ready;
    return new Prepared(
        new AnswerRequest(requestId, text, carriedOut.effects()),
        Stream.of(
                carriedOut.writes(),
                deposit.writes(),
                text == null
                    ? List.<Write>of()
                    : queued(requestId, form.mailed(), handedOver ? HANDOVER : Duration.ZERO))
            .flatMap(List::stream)
            .toList(),
        appended -> members(request, carriedOut, appended),
        HttpStatus.CREATED);
  }

  private List<Write> queued(RequestId requestId, @Nullable Boolean mailed, Duration wait) {
    return leaves(requestId, mailed) ? List.of(mail.queue(requestId, wait)) : List.of();
  }

  private boolean leaves(RequestId requestId, @Nullable Boolean mailed) {
    return !Boolean.FALSE.equals(mailed) && letters.hasAddressee(requestId);
  }

  private static Map<String, @Nullable Object> members(
      RequestState request, Effects.Ready effects, Appended appended) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("requestId", request.requestId());
    if (request.subjectId() != null) {
      members.put("subjectId", request.subjectId());
    }
    members.putAll(effects.members(appended));
    return members;
  }

  /**
   * Refuses a request, with a reason. A withdrawal is never refused for form, such as for who the
   * person is: 409 {@code REFUSED_FOR_FORM}. The text leaves by mail as that of an answer does.
   */
  @Operation(operationId = "refuseRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({
    Refusal.RequestUnknown.class,
    Refusal.AuthorityAsks.class,
    Refusal.RequestClosed.class,
    Refusal.RefusedForForm.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping("/refusal")
  public ResponseEntity<String> refuse(
      @PathVariable RequestId requestId,
      @Valid @RequestBody RequestForms.Refuse form,
      CommandContext context) {
    return requests.submit(
        context,
        form,
        requestId,
        (request, deposit) ->
            new RefuseRequest(
                requestId, form.reason(), requests.seal(SealedWords.text(form.text()), deposit)),
        queued(requestId, form.mailed(), Duration.ZERO));
  }
}
