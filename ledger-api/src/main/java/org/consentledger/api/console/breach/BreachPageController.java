package org.consentledger.api.console.breach;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.consentledger.api.breach.BreachController;
import org.consentledger.api.breach.BreachForms;
import org.consentledger.api.breach.BreachQueryController;
import org.consentledger.api.breach.BreachView;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.request.TermLeft;
import org.consentledger.api.page.Entered;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.core.breach.BreachStatus;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.projections.breaches.Breaches;
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

/**
 * Shows which breaches there were, enters one, and records what was done about it: within one
 * working day the authorised body is told (law 25(2)(8)).
 */
@PageController
@RequestMapping("/console/breaches")
final class BreachPageController {

  private static final int AT_ONCE = 50;
  private static final String PATH = "/console/breaches/";

  private final BreachController commands;
  private final BreachQueryController queries;
  private final Breaches breaches;
  private final CommandAnswers answers;
  private final Clock clock;

  BreachPageController(
      BreachController commands,
      BreachQueryController queries,
      Breaches breaches,
      CommandAnswers answers,
      Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.breaches = breaches;
    this.answers = answers;
    this.clock = clock;
  }

  /** A breach in the list, with what is left of its term. */
  record Row(BreachView breach, TermLeft left) {}

  @GetMapping
  ModelAndView list(
      @RequestParam(required = false) @Nullable BreachStatus state,
      @RequestParam(required = false) @Nullable String after) {
    Page<BreachView> found = queries.list(state, AT_ONCE, Entered.text(after));
    return new ModelAndView("console/breach/breaches")
        .addObject("rows", found.items().stream().map(it -> new Row(it, left(it))).toList())
        .addObject("next", found.next())
        .addObject("state", state)
        .addObject("states", BreachStatus.values());
  }

  private TermLeft left(BreachView breach) {
    return TermLeft.of(breach.dueDate(), clock.instant());
  }

  @GetMapping("/new")
  ModelAndView ask() {
    return form(
        "new",
        null,
        new BreachPageForms.Facts(
            UUID.randomUUID().toString(), null, null, null, null, null, null));
  }

  @PostMapping("/new")
  ModelAndView enter(
      @Valid @ModelAttribute("form") BreachPageForms.Facts form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    check(form, checked);
    if (checked.hasErrors()) {
      return failed(form("new", null, form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    CommandContext once = new CommandContext(context.actor(), form.key(), null, context.target());
    try {
      String breachId =
          answers.require(commands.find(form.find(), once)).path("breachId").asString();
      after.addFlashAttribute("done", "breaches.new.done");
      return new ModelAndView("redirect:" + PATH + breachId);
    } catch (ProblemException refused) {
      return refused(form("new", null, form), refused.problem());
    }
  }

  private static void check(BreachPageForms.Facts form, BindingResult checked) {
    try {
      Entered.identifiers(form.subjects());
    } catch (IllegalArgumentException noIdentifiers) {
      checked.rejectValue("subjects", "authority.subjects.wrong");
    }
  }

  @GetMapping("/{breachId}")
  ModelAndView show(@PathVariable BreachId breachId) {
    BreachView breach = queries.read(breachId);
    return new ModelAndView("console/breach/breach")
        .addObject("breach", breach)
        .addObject("left", left(breach));
  }

  @GetMapping("/{breachId}/amendment")
  ModelAndView askToAmend(@PathVariable BreachId breachId) {
    BreachView breach = queries.read(breachId);
    return form(
        "amendment",
        breach,
        BreachPageForms.Facts.of(UUID.randomUUID().toString(), known(breachId), breach));
  }

  /** Names what is known of a breach; what is said anew has another name. */
  private String known(BreachId breachId) {
    return breaches
        .find(breachId)
        .map(breach -> breach.facts().descriptionReference().toString())
        .orElse("");
  }

  /** What takes the place of what was known must have been written in knowledge of it. */
  @PostMapping("/{breachId}/amendment")
  ModelAndView amend(
      @PathVariable BreachId breachId,
      @Valid @ModelAttribute("form") BreachPageForms.Facts form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    check(form, checked);
    if (checked.hasErrors()) {
      return failed(
          form("amendment", queries.read(breachId), form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!known(breachId).equals(form.known())) {
      return refused(
          show(breachId),
          Problem.of(HttpStatus.CONFLICT, "PAGE_STALE", "It changed since it was shown."));
    }
    return act(breachId, "amendment", after, () -> commands.amend(breachId, form.amend(), context));
  }

  @GetMapping("/{breachId}/authority-notice")
  ModelAndView askForNotice(@PathVariable BreachId breachId) {
    return form(
        "authority-notice", queries.read(breachId), new BreachPageForms.Notice(null, null, null));
  }

  @PostMapping("/{breachId}/authority-notice")
  ModelAndView notify(
      @PathVariable BreachId breachId,
      @Valid @ModelAttribute("form") BreachPageForms.Notice form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    if (checked.hasErrors()) {
      return failed(
          form("authority-notice", queries.read(breachId), form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    BreachForms.Notice notice =
        new BreachForms.Notice(
            Entered.moment(form.notifiedAt()),
            requireNonNull(form.reference()),
            Entered.text(form.text()));
    return act(
        breachId, "authority-notice", after, () -> commands.notify(breachId, notice, context));
  }

  @GetMapping("/{breachId}/closure")
  ModelAndView askToClose(@PathVariable BreachId breachId) {
    return form("closure", queries.read(breachId), new BreachPageForms.Closure(null));
  }

  @PostMapping("/{breachId}/closure")
  ModelAndView close(
      @PathVariable BreachId breachId,
      @Valid @ModelAttribute("form") BreachPageForms.Closure form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    if (checked.hasErrors()) {
      return failed(
          form("closure", queries.read(breachId), form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    BreachForms.Close closure = new BreachForms.Close(requireNonNull(form.measures()));
    return act(breachId, "closure", after, () -> commands.close(breachId, closure, context));
  }

  private static ModelAndView form(String act, @Nullable BreachView breach, Object form) {
    return new ModelAndView("console/breach/act")
        .addObject("act", act)
        .addObject("breach", breach)
        .addObject("form", form)
        .addObject("categories", Category.SHIPPED.stream().map(Category::value).sorted().toList());
  }

  private ModelAndView act(
      BreachId breachId,
      String act,
      RedirectAttributes after,
      Supplier<ResponseEntity<String>> command) {
    try {
      answers.require(command.get());
    } catch (ProblemException refused) {
      return refused(show(breachId), refused.problem());
    }
    after.addFlashAttribute("done", "breaches." + act + ".done");
    return new ModelAndView("redirect:" + PATH + breachId);
  }

  private static ModelAndView refused(ModelAndView page, Problem problem) {
    return failed(page.addObject("problem", problem), HttpStatusCode.valueOf(problem.status()));
  }

  private static ModelAndView failed(ModelAndView page, HttpStatusCode status) {
    page.setStatus(status);
    return page;
  }
}
