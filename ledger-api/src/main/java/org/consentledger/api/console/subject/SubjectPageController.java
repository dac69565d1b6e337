package org.consentledger.api.console.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.api.disposal.DisposalListController;
import org.consentledger.api.page.PageController;
import org.consentledger.api.query.Paging;
import org.consentledger.api.request.RequestLists;
import org.consentledger.api.request.RequestQueryController;
import org.consentledger.api.request.RequestSummary;
import org.consentledger.api.subject.WhatContinues;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ConsentReceipt;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.Retention;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What there is to say of a person without their data: how it stands, and what happened. */
@PageController
@RequestMapping("/console/subjects/{subjectId}")
final class SubjectPageController {

  private static final int MOST_ACTS = 200;

  /** What can be done to anybody; what belongs to a purpose or a hold is offered beside it. */
  private static final List<String> OFFERED =
      List.of(
          "consent",
          "cessation",
          "rectification",
          "block",
          "unblock",
          "prohibition",
          "ground",
          "hold",
          "destruction",
          "anonymisation");

  private final Persons persons;
  private final Happenings happenings;
  private final EventFacts facts;
  private final EventLog eventLog;
  private final RequestQueryController requests;
  private final RequestLists requestLists;
  private final DisposalListController disposals;
  private final WhatContinues continuing;

  SubjectPageController(
      Persons persons,
      Happenings happenings,
      EventFacts facts,
      EventLog eventLog,
      RequestQueryController requests,
      RequestLists requestLists,
      DisposalListController disposals,
      WhatContinues continuing) {
    this.persons = persons;
    this.happenings = happenings;
    this.facts = facts;
    this.eventLog = eventLog;
    this.requests = requests;
    this.requestLists = requestLists;
    this.disposals = disposals;
    this.continuing = continuing;
  }

  /**
   * How it stands.
   *
   * @param on as it stood when this day ended; now where it is not said
   */
  @GetMapping
  ModelAndView overview(
      @PathVariable SubjectId subjectId, @RequestParam(required = false) @Nullable LocalDate on) {
    Person person = persons.on(subjectId, on);
    return page("overview", person)
        .addObject("today", persons.today())
        .addObject("first", firstDay(person))
        .addObject("on", on)
        .addObject("state", person.view())
        .addObject("purposes", PurposeLine.of(person))
        .addObject("offered", OFFERED)
        .addObject("waiting", waiting(subjectId))
        .addObject("due", Retention.of(person.state(), person.registers(), person.at()));
  }

  /** Requests of the person that nobody has answered yet. */
  private List<RequestSummary> waiting(SubjectId subjectId) {
    Requests.Filter open = new Requests.Filter(null, null, null, subjectId, true);
    return requestLists.page(open, Paging.MOST, null).items();
  }

  /** A paper consent may be older than the registration. */
  private static LocalDate firstDay(Person person) {
    Instant registered = person.state().registeredAt();
    return Kazakhstan.dayOf(
        person.state().consents().values().stream()
            .map(ConsentAnswer::effectiveAt)
            .reduce(registered, (one, other) -> one.isBefore(other) ? one : other));
  }

  /** The time line. */
  @GetMapping("/history")
  ModelAndView history(
      @PathVariable SubjectId subjectId,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable String after) {
    Person person = persons.now(subjectId);
    return page("history", person)
        .addObject("first", firstDay(person))
        .addObject("today", persons.today())
        .addObject("on", on)
        .addObject(
            "happenings",
            happenings.page(
                subjectId, on == null ? null : Persons.begin(on.plusDays(1)), Said.text(after)));
  }

  /** One thing that happened: who did it, by which way, and what proves it. */
  @GetMapping("/history/{position}")
  ModelAndView event(@PathVariable SubjectId subjectId, @PathVariable long position) {
    Person person = persons.now(subjectId);
    Happening happening = happenings.at(subjectId, position);
    ModelAndView page =
        page("event", person)
            .addObject("happening", happening)
            .addObject("facts", facts.of(happening));
    PurposeId purpose = happening.purposeId();
    return happening.name().equals("consent.withdrawn") && purpose != null
        ? page.addObject("continuing", continuing.afterWithdrawal(subjectId, purpose))
        : page;
  }

  @GetMapping("/requests")
  ModelAndView requests(
      @PathVariable SubjectId subjectId, @RequestParam(required = false) @Nullable String after) {
    Person person = persons.now(subjectId);
    return page("requests", person)
        .addObject("requests", requests.list(null, null, null, subjectId, 100, Said.text(after)));
  }

  /** What was done with the data, and to whom it was handed: the latest first. */
  @GetMapping("/processing")
  ModelAndView processing(@PathVariable SubjectId subjectId) {
    Person person = persons.now(subjectId);
    List<SubjectHistory.Entry> acts =
        eventLog.historyOf(subjectId).entries().reversed().stream()
            .filter(entry -> entry.event() instanceof ProcessingEvent)
            .limit(MOST_ACTS)
            .toList();
    return page("processing", person)
        .addObject("acts", acts)
        .addObject("state", person.view())
        .addObject(
            "unlawful",
            acts.stream()
                .filter(it -> it.event() instanceof ProcessingEvent.UnlawfulProcessingFound)
                .map(SubjectHistory.Entry::eventId)
                .collect(Collectors.toSet()));
  }

  /** What can be handed out: receipts, and certificates of what was destroyed. */
  @GetMapping("/documents")
  ModelAndView documents(@PathVariable SubjectId subjectId) {
    Person person = persons.now(subjectId);
    return page("documents", person)
        .addObject("languages", Language.values())
        .addObject("receipts", ConsentReceipt.all(eventLog.historyOf(subjectId)).reversed())
        .addObject("disposals", disposals.list(subjectId, null, null, Paging.MOST, null).items());
  }

  private static ModelAndView page(String name, Person person) {
    return new ModelAndView("console/subject/" + name).addObject("person", person);
  }
}
