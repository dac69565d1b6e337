package org.consentledger.api.console.authority;

import jakarta.validation.Valid;
import java.util.UUID;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.request.AuthorityForms;
import org.consentledger.api.request.AuthorityRequestController;
import org.consentledger.api.request.RequestQueryController;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
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
 * Enters and answers what the authorised body asks. It is listed and shown among the requests of
 * people.
 */
@PageController
@RequestMapping("/console/authority-requests")
final class AuthorityPageController {

  private final AuthorityRequestController authority;
  private final RequestQueryController requests;
  private final CommandAnswers answers;

  AuthorityPageController(
      AuthorityRequestController authority,
      RequestQueryController requests,
      CommandAnswers answers) {
    this.authority = authority;
    this.requests = requests;
    this.answers = answers;
  }

  @GetMapping("/new")
  ModelAndView ask() {
    return form(
        new AuthorityEntryForm(
            UUID.randomUUID().toString(),
            Channel.LETTER,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  @PostMapping("/new")
  ModelAndView enter(
      @Valid @ModelAttribute("form") AuthorityEntryForm form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    try {
      form.received();
    } catch (IllegalArgumentException noIdentifiers) {
      checked.rejectValue("subjects", "authority.subjects.wrong");
    }
    if (checked.hasErrors()) {
      return failed(form(form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    CommandContext once = new CommandContext(context.actor(), form.key(), null, context.target());
    try {
      String requestId =
          answers.require(authority.receive(form.received(), once)).path("requestId").asString();
      after.addFlashAttribute("done", "requests.new.done");
      return new ModelAndView("redirect:/console/requests/" + requestId);
    } catch (ProblemException refused) {
      return refused(form(form), refused.problem());
    }
  }

  private static ModelAndView form(AuthorityEntryForm form) {
    return new ModelAndView("console/authority/new")
        .addObject("form", form)
        .addObject("channels", Channel.values())
        .addObject("spoken", Language.values());
  }

  @GetMapping("/{requestId}/answer")
  ModelAndView askForAnswer(@PathVariable RequestId requestId) {
    return answerForm(requestId, new AuthorityAnswerForm(null, null));
  }

  @PostMapping("/{requestId}/answer")
  ModelAndView answer(
      @PathVariable RequestId requestId,
      @Valid @ModelAttribute("form") AuthorityAnswerForm form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    if (checked.hasErrors()) {
      return failed(answerForm(requestId, form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      String text = form.text() == null ? "" : form.text();
      answers.require(
          authority.answer(requestId, new AuthorityForms.Answer(text, form.export()), context));
    } catch (ProblemException refused) {
      return refused(answerForm(requestId, form), refused.problem());
    }
    after.addFlashAttribute("done", "authority.answer.done");
    return new ModelAndView("redirect:/console/requests/" + requestId);
  }

  private ModelAndView answerForm(RequestId requestId, AuthorityAnswerForm form) {
    return new ModelAndView("console/authority/answer")
        .addObject("request", requests.read(requestId))
        .addObject("form", form);
  }

  private static ModelAndView refused(ModelAndView page, Problem problem) {
    return failed(page.addObject("problem", problem), HttpStatusCode.valueOf(problem.status()));
  }

  private static ModelAndView failed(ModelAndView page, HttpStatusCode status) {
    page.setStatus(status);
    return page;
  }
}
