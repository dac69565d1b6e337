package org.consentledger.api.console.request;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.request.RequestEndController;
import org.consentledger.api.request.RequestView;
import org.consentledger.api.subject.ClaimedGroundView;
import org.consentledger.api.subject.WhatContinues;
import org.consentledger.core.request.EffectKind;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.projections.current.CurrentSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Answers a request, and carries out with the answer, in one step, what was asked: the page says
 * what comes of it, and nothing is carried out before somebody has said that they read it.
 */
@PageController
@RequestMapping("/console/requests/{requestId}/answer")
final class RequestAnswerController {

  private final RequestPages pages;
  private final RequestEndController ends;
  private final CommandAnswers answers;
  private final CurrentSubjects subjects;
  private final WhatContinues continuing;
  private final PurposeTitles titles;
  private final Clock clock;

  /**
   * A purpose that an effect may be about.
   *
   * @param given whether a consent to it stands
   * @param continuing what goes on although the consent is withdrawn
   */
  record Purpose(String id, String title, boolean given, List<ClaimedGroundView> continuing) {}

  RequestAnswerController(
      RequestPages pages,
      RequestEndController ends,
      CommandAnswers answers,
      CurrentSubjects subjects,
      WhatContinues continuing,
      PurposeTitles titles,
      Clock clock) {
    this.pages = pages;
    this.ends = ends;
    this.answers = answers;
    this.subjects = subjects;
    this.continuing = continuing;
    this.titles = titles;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView ask(@PathVariable RequestId requestId, Locale locale) {
    RequestView request = pages.read(requestId);
    List<Purpose> purposes = purposes(request, locale);
    List<EffectKind> kinds = kinds(request);
    List<String> given = purposes.stream().filter(Purpose::given).map(Purpose::id).toList();
    boolean obvious =
        switch (request.type()) {
          case COMPLAINT, OBJECTION -> false;
          case WITHDRAWAL -> !given.isEmpty(); // it may have been recorded without this request
          case INFORMATION, RECTIFICATION, BLOCKING, UNBLOCKING, DESTRUCTION -> true;
          case CESSATION, QUESTION, AUTHORITY -> true;
        };
    @Nullable EffectKind first = obvious && !kinds.isEmpty() ? kinds.getFirst() : null;
    return form(request, purposes, AnswerForm.empty(first, given));
  }

  @PostMapping
  ModelAndView answer(
      @PathVariable RequestId requestId,
      @Valid @ModelAttribute("form") AnswerForm form,
      BindingResult checked,
      CommandContext context,
      Locale locale,
      RedirectAttributes after) {
    form.check(checked);
    if (checked.hasErrors()) {
      ModelAndView page = form(requestId, form, locale);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    try {
      RequestView request = pages.read(requestId);
      answers.require(ends.answer(requestId, form.answer(request.channel()), context));
    } catch (ProblemException refused) {
      return refused(requestId, form, locale, refused.problem());
    }
    after.addFlashAttribute("done", "requests.answer.done");
    return new ModelAndView("redirect:" + RequestPages.path(requestId));
  }

  /** What was written is kept where it can still be sent. */
  private ModelAndView refused(
      RequestId requestId, AnswerForm form, Locale locale, Problem problem) {
    if (!RequestPages.isOpen(pages.read(requestId))) {
      return pages.refused(requestId, problem);
    }
    ModelAndView page = form(requestId, form, locale).addObject("problem", problem);
    page.setStatus(HttpStatusCode.valueOf(problem.status()));
    return page;
  }

  private ModelAndView form(RequestId requestId, AnswerForm form, Locale locale) {
    RequestView request = pages.read(requestId);
    return form(request, purposes(request, locale), form);
  }

  private ModelAndView form(RequestView request, List<Purpose> purposes, AnswerForm form) {
    return new ModelAndView("console/request/answer")
        .addObject("request", request)
        .addObject("left", TermLeft.of(request.dueDate(), clock.instant()))
        .addObject("form", form)
        .addObject("kinds", kinds(request))
        .addObject("purposes", purposes)
        .addObject("categories", subject(request).map(SubjectState::categories).orElse(null))
        .addObject("reasons", RequestReason.values());
  }

  /** Nothing is carried out for somebody who is not known. */
  private static List<EffectKind> kinds(RequestView request) {
    return request.subjectId() == null
        ? List.of()
        : Arrays.stream(EffectKind.values()).filter(it -> it.isAskedBy(request.type())).toList();
  }

  private Optional<SubjectState> subject(RequestView request) {
    return Optional.ofNullable(request.subjectId())
        .flatMap(subjects::find)
        .map(CurrentSubject::state);
  }

  private List<Purpose> purposes(RequestView request, Locale locale) {
    Language language = Language.of(locale.getLanguage());
    return subject(request).stream()
        .flatMap(
            state ->
                state.consents().entrySet().stream()
                    .map(it -> purpose(state, it.getKey(), it.getValue(), language)))
        .toList();
  }

  private Purpose purpose(
      SubjectState subject, PurposeId purpose, ConsentAnswer answer, Language language) {
    boolean given = answer instanceof ConsentAnswer.Given;
    return new Purpose(
        purpose.value(),
        titles.of(purpose, language),
        given,
        given ? continuing.afterWithdrawal(subject.subjectId(), purpose) : List.of());
  }
}
