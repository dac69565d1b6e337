package org.consentledger.api.console.request;

import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.Entered;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.request.RequestController;
import org.consentledger.api.request.RequestForms;
import org.consentledger.api.subject.RegistrationController;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Says who asks, where that was not known. What the person is found by comes in the body, so that
 * it stands in no address and no log.
 */
@PageController
@RequestMapping("/console/requests/{requestId}/subject")
final class RequestLinkController {

  private final RequestPages pages;
  private final RequestController requests;
  private final RegistrationController subjects;
  private final CommandAnswers answers;

  RequestLinkController(
      RequestPages pages,
      RequestController requests,
      RegistrationController subjects,
      CommandAnswers answers) {
    this.pages = pages;
    this.requests = requests;
    this.subjects = subjects;
    this.answers = answers;
  }

  @GetMapping
  ModelAndView ask(@PathVariable RequestId requestId) {
    return form(requestId, new RequestActForms.Person(null, null, null));
  }

  @PostMapping
  ModelAndView link(
      @PathVariable RequestId requestId,
      @ModelAttribute("form") RequestActForms.Person form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    SubjectId subject;
    try {
      subject = find(form);
    } catch (Refused | ProblemException nobody) {
      checked.rejectValue("email", "requests.subject.nobody");
      ModelAndView page = form(requestId, form);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    try {
      answers.require(requests.link(requestId, new RequestForms.Link(subject.value()), context));
    } catch (ProblemException refused) {
      return pages.refused(requestId, refused.problem());
    }
    after.addFlashAttribute("done", "requests.subject.done");
    return new ModelAndView("redirect:" + RequestPages.path(requestId));
  }

  private SubjectId find(RequestActForms.Person form) {
    return subjects
        .lookup(
            new SubjectRequests.Lookup(
                Entered.text(form.email()), Entered.text(form.phone()), Entered.text(form.iin())))
        .subjectId();
  }

  private ModelAndView form(RequestId requestId, RequestActForms.Person form) {
    return new ModelAndView("console/request/act")
        .addObject("request", pages.read(requestId))
        .addObject("act", "subject")
        .addObject("form", form);
  }
}
