package org.consentledger.api.console.act;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.console.subject.Persons;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.eventstore.StaleVersion;
import org.consentledger.core.vocabulary.SubjectId;
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
import tools.jackson.databind.JsonNode;

/**
 * How an act is asked, confirmed and answered: a form, a page that says what comes of it, and a
 * page with the number of what was recorded. The second names the version of the person's state
 * that it showed; where somebody else was first, nothing is done, and it is shown anew as it is by
 * then. It has a key as well, so that what is sent twice is done once.
 */
@PageController
@RequestMapping("/console/subjects/{subjectId}/acts/{name}")
final class ActController {

  private final Persons persons;
  private final Map<String, Act> acts = new LinkedHashMap<>();
  private final CommandAnswers answers;

  ActController(Persons persons, List<Act> acts, CommandAnswers answers) {
    this.persons = persons;
    this.answers = answers;
    acts.forEach(act -> this.acts.put(act.name(), act));
  }

  /** The form, with what the page before knew already. */
  @GetMapping
  ModelAndView ask(
      @PathVariable SubjectId subjectId,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> said) {
    return form(persons.now(subjectId), act(name), new Entry(said), Map.of());
  }

  /** The form again, to change what was said in it. */
  @PostMapping("/form")
  ModelAndView askAgain(
      @PathVariable SubjectId subjectId,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> said) {
    return ask(subjectId, name, said);
  }

  /** What comes of it. */
  @PostMapping("/question")
  ModelAndView question(
      @PathVariable SubjectId subjectId,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> said) {
    Person person = persons.now(subjectId);
    Act act = act(name);
    Entry entry = new Entry(said);
    Map<String, String> wrong = wrong(act.fields(person, entry), entry);
    if (!wrong.isEmpty()) {
      return answered(form(person, act, entry, wrong), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return question(person, act, entry);
  }

  @PostMapping
  ModelAndView carryOut(
      @PathVariable SubjectId subjectId,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam String key,
      @RequestParam long version,
      CommandContext context,
      RedirectAttributes after) {
    Person person = persons.now(subjectId);
    Act act = act(name);
    Entry entry = new Entry(said);
    Map<String, String> wrong = wrong(act.fields(person, entry), entry);
    if (!wrong.isEmpty() && isAsShown(person, version)) {
      return answered(form(person, act, entry, wrong), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      CommandContext once = new CommandContext(context.actor(), key, version, context.target());
      return done(subjectId, act, answers.require(act.carryOut(person, entry, once)), after);
    } catch (StaleVersion stale) {
      Person present = persons.now(subjectId);
      ModelAndView page = question(present, act, entry).addObject("stale", true);
      return answered(page, HttpStatus.CONFLICT);
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      ModelAndView page = form(persons.now(subjectId), act, entry, Map.of());
      return answered(page.addObject("refused", problem), HttpStatusCode.valueOf(problem.status()));
    }
  }

  /**
   * Leads to what was recorded; a disposal has a page of its own, with what is still to be done.
   */
  private static ModelAndView done(
      SubjectId subjectId, Act act, JsonNode answer, RedirectAttributes after) {
    String person = "/console/subjects/" + subjectId;
    if (answer.path("eventIds").isEmpty()) {
      after.addFlashAttribute("done", "acts.nothing");
      return new ModelAndView("redirect:" + person);
    }
    JsonNode disposal = answer.path("disposalId");
    after.addFlashAttribute(
        "done",
        disposal.isString()
            ? "disposals.now." + answer.path("disposal").asString()
            : "acts." + act.name() + ".done");
    return new ModelAndView(
        disposal.isString()
            ? "redirect:/console/disposals/" + disposal.stringValue()
            : "redirect:" + person + "/history/" + answer.path("position").asLong());
  }

  /** What was sent twice chose from what there was before it was done. */
  private static boolean isAsShown(Person person, long version) {
    return person.version() != null && person.version() == version;
  }

  private static Map<String, String> wrong(List<Field> fields, Entry entry) {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Field field : fields) {
      String message = field.wrong(entry);
      if (message != null) {
        wrong.put(field.name(), message);
      }
    }
    return wrong;
  }

  private static ModelAndView form(Person person, Act act, Entry entry, Map<String, String> wrong) {
    List<Field> fields = act.fields(person, entry);
    return page("form", person, act, entry, fields)
        .addObject("wrong", entry.has("begun") ? shown(wrong, entry, fields) : Map.of());
  }

  /** What was not asked yet is not wrong yet. */
  private static Map<String, String> shown(
      Map<String, String> wrong, Entry entry, List<Field> fields) {
    Map<String, String> shown = new LinkedHashMap<>(wrong);
    fields.stream()
        .filter(field -> field.kind() != Field.Kind.FLAG && field.kind() != Field.Kind.CHOICES)
        .filter(field -> !entry.has(field.name()))
        .forEach(field -> shown.remove(field.name()));
    return shown;
  }

  private static ModelAndView question(Person person, Act act, Entry entry) {
    return page("question", person, act, entry, act.fields(person, entry))
        .addObject(
            "byKind",
            act.consequences(person, entry).stream()
                .collect(Collectors.groupingBy(Consequence::kind)))
        .addObject("kinds", Consequence.Kind.values())
        .addObject("key", UUID.randomUUID());
  }

  private static ModelAndView page(
      String page, Person person, Act act, Entry entry, List<Field> fields) {
    return new ModelAndView("console/act/" + page)
        .addObject("person", person)
        .addObject("act", act.name())
        .addObject("entry", entry)
        .addObject("fields", fields);
  }

  private static ModelAndView answered(ModelAndView page, HttpStatusCode status) {
    page.setStatus(status);
    return page;
  }

  private Act act(String name) {
    Act act = acts.get(name);
    if (act == null) {
      throw new ProblemException(
          Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such page."));
    }
    return act;
  }
}
