package org.consentledger.api.console.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.api.console.account.Actors;
import org.consentledger.api.page.Entered;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows what happened, to everything, and each event with what proves it. */
@PageController
@RequestMapping("/console/history")
final class HistoryPageController {

  private static final int AT_ONCE = 50;

  private final HistoryQuery history;
  private final TransparencyLog log;
  private final RegisterReader registers;
  private final PurposeTitles titles;
  private final Actors actors;
  private final Paging paging;
  private final JsonMapper json;

  HistoryPageController(
      HistoryQuery history,
      TransparencyLog log,
      RegisterReader registers,
      PurposeTitles titles,
      Actors actors,
      Paging paging,
      JsonMapper json) {
    this.history = history;
    this.log = log;
    this.registers = registers;
    this.titles = titles;
    this.actors = actors;
    this.paging = paging;
    this.json = json;
  }

  @GetMapping
  ModelAndView list(
      @ModelAttribute("filter") HistoryFilter asked,
      BindingResult checked,
      @RequestParam(required = false) @Nullable String after,
      Locale locale) {
    ModelAndView page = new ModelAndView("console/history/history");
    try {
      if (checked.hasErrors()) {
        throw new IllegalArgumentException("not of the expected form");
      }
      HistoryQuery.Filter filter = asked.filter();
      Page<HistoryQuery.Item> found =
          paging.page(
              AT_ONCE,
              Entered.text(after),
              (place, most) -> find(filter, asked.isOldestFirst(), place, most),
              item -> Long.toString(item.position()));
      page.addObject("events", found.items())
          .addObject("next", found.next())
          .addObject("names", names(found.items()));
    } catch (IllegalArgumentException unreadable) {
      page.addObject("events", List.of()).addObject("unreadable", true);
      page.setStatus(HttpStatus.BAD_REQUEST);
    }
    return page.addObject("types", EventNames.all().stream().sorted().toList())
        .addObject("purposes", purposes(Language.of(locale.getLanguage())));
  }

  private List<HistoryQuery.Item> find(
      HistoryQuery.Filter filter, boolean oldestFirst, @Nullable String place, int most) {
    return oldestFirst
        ? history.find(filter, Paging.position(place), most)
        : history.findLast(filter, place == null ? null : Paging.position(place), most);
  }

  /** Whoever did something, each looked up once. */
  private Map<String, String> names(List<HistoryQuery.Item> items) {
    Map<String, String> names = new TreeMap<>();
    for (HistoryQuery.Item item : items) {
      if (item.actor() != null) {
        names.computeIfAbsent(item.actor(), actors::name);
      }
    }
    return names;
  }

  private Map<String, String> purposes(Language language) {
    Registers known = registers.current();
    Map<String, String> purposes = new LinkedHashMap<>();
    known
        .purposes()
        .keySet()
        .forEach(it -> purposes.put(it.value(), titles.of(it, known, language)));
    return purposes;
  }

  @GetMapping("/{eventId}")
  ModelAndView show(@PathVariable UUID eventId) {
    HistoryQuery.Item event =
        history
            .find(eventId)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            HttpStatus.NOT_FOUND, "EVENT_UNKNOWN", "There is no such event.")));
    ModelAndView page =
        new ModelAndView("console/history/event")
            .addObject("event", event)
            .addObject("facts", facts(event.payload()));
    if (log.proof(eventId) instanceof TransparencyLog.Proof.Included included) {
      page.addObject("leaf", included.proof().index())
          .addObject("sealed", Checkpoint.parse(included.proof().checkpoint().text()).size());
    }
    return page;
  }

  /** What an event holds, each member for itself; what has members of its own, as it is stored. */
  private Map<String, String> facts(String payload) {
    Map<String, String> facts = new LinkedHashMap<>();
    JsonNode data = json.readTree(payload);
    data.properties()
        .forEach(
            member ->
                facts.put(
                    member.getKey(),
                    member.getValue().isContainer()
                        ? json.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(member.getValue())
                        : member.getValue().asString()));
    return facts;
  }
}
