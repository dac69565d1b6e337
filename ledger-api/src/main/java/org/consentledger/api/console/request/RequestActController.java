package org.consentledger.api.console.request;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.function.Supplier;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.request.RequestController;
import org.consentledger.api.request.RequestEndController;
import org.consentledger.api.request.RequestForms;
import org.consentledger.api.request.RequestView;
import org.consentledger.api.subject.SuspensionController;
import org.consentledger.core.request.PauseReason;
import org.consentledger.core.request.RefusalReason;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What an officer does with a request on the way to its answer. Each act is asked for on a page of
 * its own, which says what comes of it; what the rules refuse is shown above the request as it
 * stands by then, so that of two officers the second sees what the first has done.
 */
@PageController
@RequestMapping("/console/requests/{requestId}")
final class RequestActController {

  private final RequestPages pages;
  private final RequestController requests;
  private final RequestEndController ends;
  private final SuspensionController suspensions;
  private final CommandAnswers answers;

  RequestActController(
      RequestPages pages,
      RequestController requests,
      RequestEndController ends,
      SuspensionController suspensions,
      CommandAnswers answers) {
    this.pages = pages;
    this.requests = requests;
    this.ends = ends;
    this.suspensions = suspensions;
    this.answers = answers;
  }

  @GetMapping({"/identity-verification", "/authority-check"})
  ModelAndView askHowChecked(@PathVariable RequestId requestId, HttpServletRequest request) {
    String path = request.getRequestURI();
    return ask(
        requestId, path.substring(path.lastIndexOf('/') + 1), new RequestActForms.Evidence(null));
  }

  @PostMapping("/identity-verification")
  ModelAndView verify(
      @PathVariable RequestId requestId,
      @Valid @ModelAttribute("form") RequestActForms.Evidence form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    return checked.hasErrors()
        ? again(requestId, "identity-verification", form)
        : act(
            requestId,
            "identity-verification",
            after,
            () -> requests.verify(requestId, evidence(form), context));
  }

  @PostMapping("/authority-check")
  ModelAndView checkAuthority(
      @PathVariable RequestId requestId,
      @Valid @ModelAttribute("form") RequestActForms.Evidence form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    return checked.hasErrors()
        ? again(requestId, "authority-check", form)
        : act(
            requestId,
            "authority-check",
            after,
            () -> requests.checkAuthority(requestId, evidence(form), context));
  }

  private static RequestForms.Verify evidence(RequestActForms.Evidence form) {
    return new RequestForms.Verify(requireNonNull(form.evidence()));
  }

  @GetMapping("/pause")
  ModelAndView askToPause(@PathVariable RequestId requestId) {
    return ask(requestId, "pause", new RequestActForms.Pause(null));
  }

  @PostMapping("/pause")
  ModelAndView pause(
      @PathVariable RequestId requestId,
      @Valid @ModelAttribute("form") RequestActForms.Pause form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    return checked.hasErrors()
        ? again(requestId, "pause", form)
        : act(
            requestId,
            "pause",
            after,
            () ->
                requests.pause(
                    requestId, new RequestForms.Pause(requireNonNull(form.reason())), context));
  }

  @GetMapping("/resume")
  ModelAndView askToResume(@PathVariable RequestId requestId) {
    return ask(requestId, "resume", new RequestActForms.Nothing());
  }

  @PostMapping("/resume")
  ModelAndView resume(
      @PathVariable RequestId requestId, CommandContext context, RedirectAttributes after) {
    return act(requestId, "resume", after, () -> requests.resume(requestId, context));
  }

  @GetMapping("/extension")
  ModelAndView askToExtend(@PathVariable RequestId requestId) {
    return ask(requestId, "extension", new RequestActForms.Extension(null, null));
  }

  @PostMapping("/extension")
  ModelAndView extend(
      @PathVariable RequestId requestId,
      @Valid @ModelAttribute("form") RequestActForms.Extension form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    return checked.hasErrors()
        ? again(requestId, "extension", form)
        : act(
            requestId,
            "extension",
            after,
            () ->
                requests.extend(
                    requestId,
                    new RequestForms.Extend(
                        requireNonNull(form.days()), requireNonNull(form.explanation())),
                    context));
  }

  @GetMapping("/refusal")
  ModelAndView askToRefuse(@PathVariable RequestId requestId) {
    return ask(requestId, "refusal", new RequestActForms.Refusal(null, null));
  }

  @PostMapping("/refusal")
  ModelAndView refuse(
      @PathVariable RequestId requestId,
      @Valid @ModelAttribute("form") RequestActForms.Refusal form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    return checked.hasErrors()
        ? again(requestId, "refusal", form)
        : act(
            requestId,
            "refusal",
            after,
            () ->
                ends.refuse(
                    requestId,
                    new RequestForms.Refuse(
                        requireNonNull(form.reason()), requireNonNull(form.text()), null),
                    context));
  }

  @GetMapping("/suspension-lift")
  ModelAndView askToLift(@PathVariable RequestId requestId) {
    return ask(requestId, "suspension-lift", new RequestActForms.Nothing());
  }

  /** A suspension that a letter brought has the identifier of the letter's request. */
  @PostMapping("/suspension-lift")
  ModelAndView lift(
      @PathVariable RequestId requestId, CommandContext context, RedirectAttributes after) {
    SubjectId subject = pages.read(requestId).subjectId();
    if (subject == null) {
      return pages.page(requestId);
    }
    return act(
        requestId,
        "suspension-lift",
        after,
        () -> suspensions.resume(subject, requestId.value(), context));
  }

  private ModelAndView ask(RequestId requestId, String act, Object form) {
    RequestView request = pages.read(requestId);
    return new ModelAndView("console/request/act")
        .addObject("request", request)
        .addObject("act", act)
        .addObject("form", form)
        .addObject("pauseReasons", PauseReason.values())
        .addObject("refusalReasons", refusalReasons(request.type()));
  }

  /** Clause 8.4: a withdrawal is never refused for form. */
  private static RefusalReason[] refusalReasons(RequestType type) {
    return Arrays.stream(RefusalReason.values())
        .filter(reason -> type != RequestType.WITHDRAWAL || !reason.isOfForm())
        .toArray(RefusalReason[]::new);
  }

  private ModelAndView again(RequestId requestId, String act, Object form) {
    ModelAndView page = ask(requestId, act, form);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView act(
      RequestId requestId,
      String act,
      RedirectAttributes after,
      Supplier<ResponseEntity<String>> command) {
    try {
      answers.require(command.get());
    } catch (ProblemException refused) {
      return pages.refused(requestId, refused.problem());
    }
    after.addFlashAttribute("done", "requests." + act + ".done");
    return new ModelAndView("redirect:" + RequestPages.path(requestId));
  }
}
