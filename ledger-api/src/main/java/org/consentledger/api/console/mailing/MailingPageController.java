package org.consentledger.api.console.mailing;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.mailing.MailingController;
import org.consentledger.api.mailing.MailingRequest;
import org.consentledger.api.mailing.MailingView;
import org.consentledger.api.page.Entered;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.query.Page;
import org.consentledger.core.mailing.MailingStatus;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.MailingId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows how far mailings are; administrators plan one, let it begin, rest, go on, or end. */
@PageController
@RequestMapping("/console/mailings")
final class MailingPageController {

  private static final int AT_ONCE = 50;
  private static final Pattern CODE = Pattern.compile(Codes.CODE);

  private final MailingController mailings;
  private final RegisterReader registers;
  private final PurposeTitles titles;
  private final CommandAnswers answers;
  private final Validator validator;

  MailingPageController(
      MailingController mailings,
      RegisterReader registers,
      PurposeTitles titles,
      CommandAnswers answers,
      Validator validator) {
    this.mailings = mailings;
    this.registers = registers;
    this.titles = titles;
    this.answers = answers;
    this.validator = validator;
  }

  @GetMapping
  ModelAndView list(@RequestParam(required = false) @Nullable String after) {
    Page<MailingView> found = mailings.list(AT_ONCE, Entered.text(after));
    return new ModelAndView("console/mailing/mailings")
        .addObject("mailings", found.items())
        .addObject("next", found.next());
  }

  @GetMapping("/new")
  ModelAndView ask(Locale locale) {
    return form(new MailingForm(null, null, null, null, null, null, null, null, null), locale);
  }

  @PostMapping("/new")
  ModelAndView plan(
      @ModelAttribute("form") MailingForm form,
      BindingResult checked,
      CommandContext context,
      Locale locale,
      RedirectAttributes after) {
    String id = requireNonNullElse(Entered.text(form.id()), "");
    if (!CODE.matcher(id).matches()) {
      checked.rejectValue("id", "registers.code.wrong");
    }
    MailingRequest request =
        new MailingRequest(
            requireNonNullElse(Entered.text(form.purposeId()), ""),
            form.texts(),
            null,
            form.rate());
    if (!validator.validate(request).isEmpty()) {
      checked.rejectValue("textRu", "mailings.text.missing");
    }
    if (checked.hasErrors()) {
      return failed(form(form, locale), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      answers.require(mailings.plan(new MailingId(id), request, context));
    } catch (ProblemException refused) {
      return failed(
          form(form, locale).addObject("problem", refused.problem()),
          HttpStatusCode.valueOf(refused.problem().status()));
    }
    after.addFlashAttribute("done", "mailings.planned");
    return new ModelAndView("redirect:/console/mailings/" + id);
  }

  private ModelAndView form(MailingForm form, Locale locale) {
    Registers known = registers.current();
    Map<String, String> purposes = new LinkedHashMap<>();
    known
        .purposes()
        .keySet()
        .forEach(
            it ->
                purposes.put(it.value(), titles.of(it, known, Language.of(locale.getLanguage()))));
    return new ModelAndView("console/mailing/new")
        .addObject("form", form)
        .addObject("purposes", purposes);
  }

  @GetMapping("/{mailingId}")
  ModelAndView show(@PathVariable String mailingId, Locale locale) {
    MailingView mailing = mailings.mailing(known(mailingId));
    return new ModelAndView("console/mailing/mailing")
        .addObject("mailing", mailing)
        .addObject("purpose", titles.of(mailing.purposeId(), Language.of(locale.getLanguage())))
        .addObject("acts", acts(mailing.state()));
  }

  private static List<String> acts(MailingStatus state) {
    return switch (state) {
      case PLANNED -> List.of("start", "cancel");
      case RUNNING -> List.of("pause", "cancel");
      case PAUSED -> List.of("resume", "cancel");
      case CANCELLED, COMPLETED -> List.of();
    };
  }

  @GetMapping("/{mailingId}/{act:start|pause|resume|cancel}")
  ModelAndView askTo(@PathVariable String mailingId, @PathVariable String act) {
    return new ModelAndView("console/mailing/act")
        .addObject("mailing", mailings.mailing(known(mailingId)))
        .addObject("act", act);
  }

  @PostMapping("/{mailingId}/{act:start|pause|resume|cancel}")
  ModelAndView act(
      @PathVariable String mailingId,
      @PathVariable String act,
      CommandContext context,
      Locale locale,
      RedirectAttributes after) {
    MailingId id = known(mailingId);
    Supplier<ResponseEntity<String>> command =
        switch (act) {
          case "start" -> () -> mailings.start(id, context);
          case "pause" -> () -> mailings.pause(id, context);
          case "resume" -> () -> mailings.resume(id, context);
          default -> () -> mailings.cancel(id, context);
        };
    try {
      answers.require(command.get());
    } catch (ProblemException refused) {
      return failed(
          show(mailingId, locale).addObject("problem", refused.problem()),
          HttpStatusCode.valueOf(refused.problem().status()));
    }
    after.addFlashAttribute("done", "mailings." + act + ".done");
    return new ModelAndView("redirect:/console/mailings/" + mailingId);
  }

  private static MailingId known(String id) {
    if (!CODE.matcher(id).matches()) {
      throw new ProblemException(
          Problem.of(HttpStatus.NOT_FOUND, "MAILING_UNKNOWN", "No such mailing was planned."));
    }
    return new MailingId(id);
  }

  private static ModelAndView failed(ModelAndView page, HttpStatusCode status) {
    page.setStatus(status);
    return page;
  }
}
