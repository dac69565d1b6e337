package org.consentledger.api.console.subject;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.api.decision.DecisionView;
import org.consentledger.api.page.PageController;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks whether something may be done, now or on a day, and shows why, with what happened that the
 * answer rests on. It records nothing, and holds no personal data, so that the address may be kept.
 */
@PageController
final class DecisionPageController {

  /** A consent is pinned to a country where it crosses the border: two letters of ISO 3166-1. */
  private static final String COUNTRY = "[A-Z]{2}";

  private final Persons persons;
  private final Happenings happenings;
  private final Decisions decisions;
  private final Clock clock;

  /**
   * A time within which the answer is the same.
   *
   * @param from its beginning
   * @param to its end, as far as it is known
   * @param now whether it goes on, and is not over at its end
   * @param reasons why, each with what it rests on
   */
  record Span(Instant from, Instant to, boolean now, DecisionView answer, List<Because> reasons) {}

  /**
   * A reason and what it rests on.
   *
   * @param facts what happened to the person that it rests on
   * @param registers whether it also rests on a register: a purpose, a policy, a recipient
   */
  record Because(DecisionView.ReasonView reason, List<Happening> facts, boolean registers) {}

  DecisionPageController(Persons persons, Happenings happenings, Decisions decisions, Clock clock) {
    this.persons = persons;
    this.happenings = happenings;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * The question, and its answer once it is asked.
   *
   * @param on the day about which it is asked, in Kazakhstan; now where it is not said
   * @param known {@code then}: what was recorded by the end of that day counts, and nothing later
   */
  @GetMapping("/console/subjects/{subjectId}/decision")
  ModelAndView decide(
      @PathVariable SubjectId subjectId,
      @RequestParam(required = false) @Nullable String purpose,
      @RequestParam(required = false) @Nullable ProcessingAction action,
      @RequestParam(required = false) @Nullable List<String> categories,
      @RequestParam(required = false) @Nullable String recipient,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(defaultValue = "now") String known) {
    Person person = persons.now(subjectId);
    Registers registers = person.registers();
    PurposeId asked = Said.code(purpose, PurposeId::new);
    ModelAndView page =
        new ModelAndView("console/subject/decision")
            .addObject("person", person)
            .addObject("all", registers.purposes().keySet())
            .addObject("actions", ProcessingAction.values())
            .addObject("recipients", registers.recipients().keySet())
            .addObject("every", categories(registers))
            .addObject("today", persons.today())
            .addObject("purpose", asked == null ? first(person) : asked)
            .addObject("action", action == null ? ProcessingAction.USE : action)
            .addObject("chosen", categories == null ? List.of() : categories)
            .addObject("recipient", recipient)
            .addObject("country", country)
            .addObject("on", on)
            .addObject("then", known.equals("then"));
    if (asked == null || action == null) {
      return page;
    }
    String abroad = Said.text(country);
    if (abroad != null && !abroad.matches(COUNTRY)) {
      return page.addObject("wrongCountry", true);
    }
    Question question =
        new Question(
            asked,
            action,
            Said.codes(categories, Category::new),
            Said.code(recipient, RecipientId::new),
            abroad);
    return page.addObject("spans", spans(subjectId, question, on, known.equals("then")));
  }

  private List<Span> spans(
      SubjectId subjectId, Question question, @Nullable LocalDate on, boolean then) {
    Decisions.Asked asked = new Decisions.Asked(subjectId, question);
    Map<UUID, Happening> known = happenings.byEvent(subjectId);
    Instant now = clock.instant();
    if (on == null) {
      return List.of(span(decisions.now(asked, now), now, true, known));
    }
    Instant to = Persons.begin(on.plusDays(1));
    Instant end = on.equals(persons.today()) ? now : to;
    List<Decision> answers =
        decisions.during(asked, Persons.begin(on), end, then ? to.minusMillis(1) : Instant.MAX);
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      boolean last = i + 1 == answers.size();
      Instant until = last ? end : answers.get(i + 1).moment();
      spans.add(span(answers.get(i), until, last && end.equals(now), known));
    }
    return spans;
  }

  /** What will be asked about most: a purpose that the person was asked about. */
  private static @Nullable PurposeId first(Person person) {
    return person.state().consents().keySet().stream().findFirst().orElse(null);
  }

  private static Span span(Decision decision, Instant to, boolean now, Map<UUID, Happening> known) {
    DecisionView view = DecisionView.of(decision);
    List<Because> reasons = new ArrayList<>();
    for (int i = 0; i < decision.reasons().size(); i++) {
      List<UUID> evidence = decision.reasons().get(i).evidence();
      reasons.add(
          new Because(
              view.reasons().get(i),
              evidence.stream().filter(known::containsKey).map(known::get).toList(),
              !known.keySet().containsAll(evidence)));
    }
    return new Span(decision.moment(), to, now, view, reasons);
  }

  private static SortedSet<Category> categories(Registers registers) {
    SortedSet<Category> all = new TreeSet<>(Category.SHIPPED);
    registers
        .purposes()
        .values()
        .forEach(purpose -> all.addAll(purpose.latest().definition().categories()));
    return all;
  }
}
