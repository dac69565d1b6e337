package org.consentledger.api.console.act;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.console.subject.Said;
import org.consentledger.api.page.Dates;
import org.consentledger.api.subject.CessationController;
import org.consentledger.api.subject.ClaimedGroundView;
import org.consentledger.api.subject.GroundRequests;
import org.consentledger.api.subject.WhatContinues;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clauses 3.2, 4.1, 8.9: the person demands that processing stops. */
@Component
final class CessationAct implements Act {

  private final CessationController cessations;
  private final WhatContinues continuing;
  private final Options options;
  private final LawWords law;
  private final Dates dates;

  CessationAct(
      CessationController cessations,
      WhatContinues continuing,
      Options options,
      LawWords law,
      Dates dates) {
    this.cessations = cessations;
    this.continuing = continuing;
    this.options = options;
    this.law = law;
    this.dates = dates;
  }

  @Override
  public String name() {
    return "cessation";
  }

  @Override
  public List<Field> fields(Person person, Entry entry) {
    return List.of(
        Field.choices("purposes", options.purposes(person, purpose -> true)),
        Field.moment("saidAt"));
  }

  @Override
  public List<Consequence> consequences(Person person, Entry entry) {
    List<Consequence> all = new ArrayList<>();
    all.add(
        Consequence.ends(
            "ceased", law.purposes(Said.codes(entry.all("purposes"), PurposeId::new))));
    for (ClaimedGroundView ground :
        continuing.afterCessation(person.id(), Said.codes(entry.all("purposes"), PurposeId::new))) {
      all.add(
          Consequence.holds(
              "continues",
              law.of(ground.ground()),
              ground.clause(),
              dates.day(ground.validUntil())));
    }
    all.add(Consequence.note("ceased.again"));
    return all;
  }

  @Override
  public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
    return cessations.cease(
        person.id(),
        new GroundRequests.Cease(entry.all("purposes"), entry.moment("saidAt", LocalTime.MIN)),
        context);
  }
}
