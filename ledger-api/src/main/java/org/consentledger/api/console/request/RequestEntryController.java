package org.consentledger.api.console.request;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.UUID;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.Entered;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.request.RequestController;
import org.consentledger.api.request.RequestForms;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters what people asked on paper, by telephone or at the counter. */
@PageController
@RequestMapping("/console/requests/new")
final class RequestEntryController {

  private final RequestController requests;
  private final CommandAnswers answers;

  RequestEntryController(RequestController requests, CommandAnswers answers) {
    this.requests = requests;
    this.answers = answers;
  }

  @GetMapping
  ModelAndView ask(@RequestParam(required = false) @Nullable UUID subjectId) {
    return form(
        new ReceivedForm(
            UUID.randomUUID().toString(),
            subjectId,
            null,
            Channel.LETTER,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  @PostMapping
  ModelAndView enter(
      @Valid @ModelAttribute("form") ReceivedForm form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    if (checked.hasErrors()) {
      ModelAndView page = form(form);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    CommandContext once = new CommandContext(context.actor(), form.key(), null, context.target());
    String requestId;
    try {
      requestId =
          answers.require(requests.receive(received(form), once)).path("requestId").asString();
    } catch (ProblemException refused) {
      ModelAndView page = form(form).addObject("problem", refused.problem());
      page.setStatus(HttpStatusCode.valueOf(refused.problem().status()));
      return page;
    }
    after.addFlashAttribute("done", "requests.new.done");
    return new ModelAndView("redirect:/console/requests/" + requestId);
  }

  private static RequestForms.Receive received(ReceivedForm form) {
    String authority = Entered.text(form.authority());
    return new RequestForms.Receive(
        requireNonNull(form.type()),
        form.subjectId(),
        authority == null
            ? null
            : new RequestForms.Representative(Entered.text(form.representative()), authority),
        requireNonNull(form.channel()),
        Entered.moment(form.receivedAt()),
        form.language(),
        requireNonNull(form.text()),
        Entered.text(form.contact()));
  }

  private static ModelAndView form(ReceivedForm form) {
    return new ModelAndView("console/request/new")
        .addObject("form", form)
        .addObject(
            "types",
            Arrays.stream(RequestType.values()).filter(it -> it != RequestType.AUTHORITY).toList())
        .addObject("channels", Channel.values())
        .addObject("spoken", Language.values());
  }
}
