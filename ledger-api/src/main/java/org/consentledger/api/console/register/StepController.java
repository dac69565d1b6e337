package org.consentledger.api.console.register;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Asks for steps about items of registers, says what comes of them, and takes them. */
@PageController
@RequestMapping("/console/registers/{register}/{id}/steps/{step}")
final class StepController {

  private final List<Step> steps;
  private final CommandAnswers answers;
  private final JsonMapper json;
  private final Validator validator;

  StepController(List<Step> steps, CommandAnswers answers, JsonMapper json, Validator validator) {
    this.steps = steps;
    this.answers = answers;
    this.json = json;
    this.validator = validator;
  }

  @GetMapping
  ModelAndView ask(
      @PathVariable String register,
      @PathVariable String id,
      @PathVariable String step,
      Locale locale) {
    Step known = named(register, step);
    return form(known, id, about(known, id, locale), known.fields());
  }

  @PostMapping
  ModelAndView take(
      @PathVariable String register,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam MultiValueMap<String, String> entered,
      CommandContext context,
      Locale locale,
      RedirectAttributes after) {
    Step known = named(register, step);
    Step.About about = about(known, id, locale);
    List<Register.Field> said = Register.Field.said(known.fields(), entered);
    if (!Integer.toString(about.version()).equals(entered.getFirst("version"))) {
      return refused(
          form(known, id, about, said),
          Problem.of(HttpStatus.CONFLICT, "PAGE_STALE", "It changed since it was shown."));
    }
    try {
      answers.require(known.take(id, new Entry(entered, json, validator), context));
    } catch (Entry.Wrong fields) {
      ModelAndView page = form(known, id, about, said).addObject("wrong", fields.fields());
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    } catch (ProblemException refused) {
      return refused(form(known, id, about, said), refused.problem());
    }
    after.addFlashAttribute("done", "registers.recorded");
    return new ModelAndView("redirect:" + about.back());
  }

  private static ModelAndView form(
      Step step, String id, Step.About about, List<Register.Field> fields) {
    return new ModelAndView("console/register/step")
        .addObject("register", step.register())
        .addObject("id", id)
        .addObject("step", step.name())
        .addObject("about", about)
        .addObject("fields", fields)
        .addObject("wrong", Set.of());
  }

  private static ModelAndView refused(ModelAndView page, Problem problem) {
    page.setStatus(HttpStatusCode.valueOf(problem.status()));
    return page.addObject("problem", problem);
  }

  private static Step.About about(Step step, String id, Locale locale) {
    return step.about(id, Language.of(locale.getLanguage())).orElseThrow(StepController::unknown);
  }

  private Step named(String register, String name) {
    return steps.stream()
        .filter(it -> it.register().equals(register) && it.name().equals(name))
        .findFirst()
        .orElseThrow(StepController::unknown);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        Problem.of(HttpStatus.NOT_FOUND, "ITEM_UNKNOWN", "There is no such item."));
  }
}
