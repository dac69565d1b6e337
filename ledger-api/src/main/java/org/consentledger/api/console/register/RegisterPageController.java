package org.consentledger.api.console.register;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
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

/**
 * Shows the registers and lets administrators change them. What takes the place of a version must
 * have been written in knowledge of it.
 */
@PageController
@RequestMapping("/console/registers")
final class RegisterPageController {

  private static final Pattern CODE = Pattern.compile(Codes.CODE);
  private static final String PATH = "/console/registers/";

  private final List<Register> registers;
  private final CommandAnswers answers;
  private final JsonMapper json;
  private final Validator validator;

  RegisterPageController(
      List<Register> registers, CommandAnswers answers, JsonMapper json, Validator validator) {
    this.registers = registers;
    this.answers = answers;
    this.json = json;
    this.validator = validator;
  }

  @GetMapping
  ModelAndView all() {
    return new ModelAndView("console/register/registers")
        .addObject(
            "names",
            List.of(
                "purposes", "policies", "recipients", "systems", "measures", "terms", "operator"));
  }

  @GetMapping("/{register}")
  ModelAndView list(@PathVariable String register, Locale locale) {
    return new ModelAndView("console/register/list")
        .addObject("register", named(register).name())
        .addObject("grows", named(register).grows())
        .addObject("items", named(register).items(language(locale)));
  }

  @GetMapping("/{register}/new")
  ModelAndView ask(@PathVariable String register) {
    Register known = growing(register);
    return form(known, null, known.fields(null));
  }

  @PostMapping("/{register}/new")
  ModelAndView add(
      @PathVariable String register,
      @RequestParam MultiValueMap<String, String> entered,
      CommandContext context,
      Locale locale,
      RedirectAttributes after) {
    String id = Objects.requireNonNullElse(entered.getFirst("id"), "").strip();
    Register known = growing(register);
    if (!CODE.matcher(id).matches()) {
      return wrong(known, null, entered, Set.of("id"));
    }
    if (known.item(id, language(locale)).isPresent()) {
      return refused(
          item(known, id, locale),
          Problem.of(HttpStatus.CONFLICT, "PAGE_STALE", "There is one of this code already."));
    }
    return record(known, id, null, entered, context, after);
  }

  @GetMapping("/{register}/{id}")
  ModelAndView show(@PathVariable String register, @PathVariable String id, Locale locale) {
    return item(named(register), id, locale);
  }

  @GetMapping("/{register}/{id}/edit")
  ModelAndView askToChange(@PathVariable String register, @PathVariable String id, Locale locale) {
    Register known = named(register);
    Register.Item item = require(known, id, locale);
    return form(known, item, known.fields(item));
  }

  @PostMapping("/{register}/{id}/edit")
  ModelAndView change(
      @PathVariable String register,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> entered,
      CommandContext context,
      Locale locale,
      RedirectAttributes after) {
    Register known = named(register);
    Register.Item item = require(known, id, locale);
    if (!Integer.toString(item.version()).equals(entered.getFirst("version"))) {
      return refused(
          item(known, id, locale),
          Problem.of(HttpStatus.CONFLICT, "PAGE_STALE", "It changed since it was shown."));
    }
    return record(known, id, item, entered, context, after);
  }

  private ModelAndView record(
      Register register,
      String id,
      Register.@Nullable Item item,
      MultiValueMap<String, String> entered,
      CommandContext context,
      RedirectAttributes after) {
    try {
      answers.require(register.record(id, new Entry(entered, json, validator), context));
    } catch (Entry.Wrong fields) {
      return wrong(register, item, entered, fields.fields());
    } catch (ProblemException refused) {
      return refused(form(register, item, said(register, item, entered)), refused.problem());
    }
    after.addFlashAttribute("done", "registers.recorded");
    return new ModelAndView("redirect:" + PATH + register.name() + "/" + id);
  }

  private ModelAndView wrong(
      Register register,
      Register.@Nullable Item item,
      MultiValueMap<String, String> entered,
      Set<String> wrong) {
    ModelAndView page =
        form(register, item, said(register, item, entered))
            .addObject("wrong", wrong)
            .addObject("id", entered.getFirst("id"));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  /** The form with what was entered, so that nothing is typed twice. */
  private static List<Register.Field> said(
      Register register, Register.@Nullable Item item, MultiValueMap<String, String> entered) {
    return Register.Field.said(register.fields(item), entered);
  }

  private static ModelAndView form(
      Register register, Register.@Nullable Item item, List<Register.Field> fields) {
    return new ModelAndView("console/register/form")
        .addObject("register", register.name())
        .addObject("item", item)
        .addObject("fields", fields)
        .addObject("wrong", Set.of());
  }

  private ModelAndView item(Register register, String id, Locale locale) {
    return new ModelAndView("console/register/item")
        .addObject("register", register.name())
        .addObject("item", require(register, id, locale));
  }

  private static Register.Item require(Register register, String id, Locale locale) {
    return register.item(id, language(locale)).orElseThrow(RegisterPageController::unknown);
  }

  private Register named(String name) {
    return registers.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(RegisterPageController::unknown);
  }

  private Register growing(String name) {
    Register known = named(name);
    if (!known.grows()) {
      throw unknown();
    }
    return known;
  }

  private static ProblemException unknown() {
    return new ProblemException(
        Problem.of(HttpStatus.NOT_FOUND, "ITEM_UNKNOWN", "There is no such item."));
  }

  private static ModelAndView refused(ModelAndView page, Problem problem) {
    page.setStatus(HttpStatusCode.valueOf(problem.status()));
    return page.addObject("problem", problem);
  }

  private static Language language(Locale locale) {
    return Language.of(locale.getLanguage());
  }
}
