package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.page.Dates;
import org.consentledger.api.subject.ClaimedGroundView;
import org.consentledger.api.subject.ConsentController;
import org.consentledger.api.subject.ConsentRequests;
import org.consentledger.api.subject.WhatContinues;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.Retention;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clause 8.4: a consent is taken back, most often by a letter that came some days ago. */
@Component
final class WithdrawalAct implements Act {

  private static final String RECEIVED = "receivedOn";
  private static final String EFFECTIVE = "effectiveAt";

  private final ConsentController consents;
  private final WhatContinues continuing;
  private final Options options;
  private final LawWords law;
  private final Dates dates;

  WithdrawalAct(
      ConsentController consents,
      WhatContinues continuing,
      Options options,
      LawWords law,
      Dates dates) {
    this.consents = consents;
    this.continuing = continuing;
    this.options = options;
    this.law = law;
    this.dates = dates;
  }

  @Override
  public String name() {
    return "withdrawal";
  }

  @Override
  public List<Field> fields(Person person, Entry entry) {
    return List.of(
        Field.choice("purpose", options.purposes(given(person.state())), null),
        Field.choice("channel", options.of(Channel.values()), Channel.LETTER.name()),
        Field.day(RECEIVED, Kazakhstan.dayOf(person.at()).toString()),
        Field.moment(EFFECTIVE));
  }

  /** The purposes to which the person consented, whether or not the term is over. */
  static List<PurposeId> given(SubjectState state) {
    return state.consents().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof ConsentAnswer.Given)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<Consequence> consequences(Person person, Entry entry) {
    PurposeId purpose = new PurposeId(entry.required("purpose"));
    @Nullable Instant said = effectiveAt(person, entry);
    Instant at = said == null ? person.at() : said;
    List<Consequence> all = new ArrayList<>();
    all.add(Consequence.ends("consent", law.purpose(purpose), dates.moment(at)));
    if (person.state().consent(purpose) instanceof ConsentAnswer.Given given) {
      all.add(
          Consequence.note(
              "consent.was",
              dates.moment(given.effectiveAt()),
              law.of(given.terms().channel()),
              given.terms().policyVersion().value()));
    }
    all.add(Consequence.ends("sending"));
    List<ClaimedGroundView> others = continuing.afterWithdrawal(person.id(), purpose);
    if (others.isEmpty()) {
      all.add(Consequence.ends("nothing.continues"));
    }
    for (ClaimedGroundView ground : others) {
      all.add(
          Consequence.holds(
              "continues",
              law.of(ground.ground()),
              ground.clause(),
              dates.day(ground.validUntil())));
    }
    all.addAll(whatBecomesOfTheData(person, withdrawn(person.state(), purpose, entry, at)));
    all.add(Consequence.note("received", dates.day(receivedOn(entry)), dates.moment(at)));
    all.add(Consequence.note("final"));
    return all;
  }

  /** Clauses 5.7, 8.9: what is due by then, by the rules that will find it due. */
  private List<Consequence> whatBecomesOfTheData(Person person, SubjectState after) {
    List<Retention.Due> due = Retention.of(after, person.registers(), person.at());
    List<Consequence> all = new ArrayList<>();
    for (Retention.Due one : due) {
      all.add(Consequence.note("due", law.category(one.category()), dates.day(one.dueAt())));
    }
    if (due.isEmpty() && !after.categories().isEmpty()) {
      all.add(Consequence.holds("data"));
    }
    return all;
  }

  private static SubjectState withdrawn(
      SubjectState state, PurposeId purpose, Entry entry, Instant at) {
    return SubjectState.evolve(
        state,
        new ConsentEvent.ConsentWithdrawn(
            state.subjectId(), purpose, requireNonNull(entry.one("channel", Channel.class)), at),
        new UUID(0, 0));
  }

  @Override
  public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
    return consents.withdraw(
        person.id(),
        new PurposeId(entry.required("purpose")),
        new ConsentRequests.No(
            requireNonNull(entry.one("channel", Channel.class)), effectiveAt(person, entry)),
        context);
  }

  private static LocalDate receivedOn(Entry entry) {
    return requireNonNull(entry.day(RECEIVED));
  }

  /** What the person named, or else the beginning of the day on which it was received. */
  private static @Nullable Instant effectiveAt(Person person, Entry entry) {
    @Nullable Instant named = entry.moment(EFFECTIVE, LocalTime.MIN);
    if (named != null) {
      return named;
    }
    LocalDate received = receivedOn(entry);
    return received.equals(Kazakhstan.dayOf(person.at()))
        ? null
        : received.atStartOfDay(Kazakhstan.ZONE).toInstant();
  }
}
