package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.export.ExportJobs;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.request.AuthorityQuestion;
import org.consentledger.core.request.RequestCommand.AnswerAuthorityRequest;
import org.consentledger.core.request.RequestCommand.ReceiveAuthorityRequest;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in what the authorised body asks, and answers it (clause 3.2). Such a request stands among
 * the others, with their numbers, reminders and list; its term is ten calendar days or less, and
 * nothing stops it.
 */
@RestController
@RequestMapping("/api/v1/authority-requests")
public final class AuthorityRequestController {

  private final RequestDesk desk;
  private final CurrentSubjects subjects;
  private final ExportJobs exports;

  AuthorityRequestController(RequestDesk desk, CurrentSubjects subjects, ExportJobs exports) {
    this.desk = desk;
    this.subjects = subjects;
    this.exports = exports;
  }

  /**
   * Enters a request of the authorised body. With it, in the same breath, the data of everybody
   * about whom it asks is kept: until the answer, nothing of them is erased, anonymised or
   * destroyed, by whomever. Who was destroyed before may be named, too; the certificate is what can
   * be answered of them.
   */
  @Operation(operationId = "receiveAuthorityRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.EffectiveInFuture.class,
    Refusal.AnswerByBeforeReceipt.class
  })
  @PostMapping
  public ResponseEntity<String> receive(
      @Valid @RequestBody AuthorityForms.Receive form, CommandContext context) {
    requireInOrder(form);
    AuthorityQuestion question = form.question();
    return desk.enter(
        context,
        form,
        (number, requestId, deposit) -> {
          requireKnown(form, question);
          SealedWords words = new SealedWords(form.text(), form.reference(), null, null, null);
          return new ReceiveAuthorityRequest(
              requestId,
              number,
              form.channel() == null ? Channel.LETTER : form.channel(),
              form.receivedAt(),
              form.language(),
              desk.seal(words, deposit),
              question);
        });
  }

  /**
   * Answers the authorised body. What was kept for it alone may go its way again; what must be kept
   * longer is held first, at {@code …/holds}.
   */
  @Operation(operationId = "answerAuthorityRequest")
  @AnswersCommand(RequestMembers.class)
  @Refuses({Refusal.RequestUnknown.class, Refusal.RequestClosed.class})
  @Misses(value = "EXPORT_UNKNOWN", when = "There is no such export.")
  @PostMapping("/{requestId}/answer")
  public ResponseEntity<String> answer(
      @PathVariable RequestId requestId,
      @Valid @RequestBody AuthorityForms.Answer form,
      CommandContext context) {
    return desk.submit(
        context,
        form,
        requestId,
        (request, deposit) -> {
          if (form.exportId() != null) {
            exports.requireKnown(form.exportId());
          }
          return new AnswerAuthorityRequest(
              requestId, desk.seal(SealedWords.text(form.text()), deposit), form.exportId());
        });
  }

  private static void requireInOrder(AuthorityForms.Receive form) {
    if (form.from() != null && form.to() != null && !form.from().isBefore(form.to())) {
      throw new ProblemException(
          Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "INVALID_INPUT",
                  "The input breaks the rules named in errors.")
              .withErrors(List.of(new InvalidInput("/to", "INVALID_INPUT", "is later than from"))));
    }
  }

  /** Says which of many is unknown; the rules themselves would only say that one is. */
  private void requireKnown(AuthorityForms.Receive form, AuthorityQuestion question) {
    if (form.subjectIds() == null) {
      return;
    }
    NavigableSet<SubjectId> unknown = new TreeSet<>(question.subjectIds());
    unknown.removeAll(subjects.findAll(question.subjectIds()).keySet());
    List<InvalidInput> errors =
        unknown.stream()
            .map(
                each ->
                    new InvalidInput(
                        "/subjectIds/" + form.subjectIds().indexOf(each.value()),
                        "SUBJECT_UNKNOWN",
                        "names a registered subject"))
            .toList();
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  HttpStatus.NOT_FOUND,
                  "SUBJECT_UNKNOWN",
                  "Subjects that are not registered are named in errors. Nothing was entered.")
              .withErrors(errors));
    }
  }
}
