package org.consentledger.api.console.act;

import java.util.List;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.act.Field.Option;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.page.Dates;
import org.consentledger.api.subject.HoldController;
import org.consentledger.api.subject.ProtectionRequests;
import org.consentledger.core.subject.Hold;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clause 5.7: nothing of the person is destroyed while a proceeding needs it. */
final class HoldActs {

  private HoldActs() {}

  /** Places a hold. */
  @Component
  static final class HoldAct implements Act {

    private final HoldController holds;

    HoldAct(HoldController holds) {
      this.holds = holds;
    }

    @Override
    public String name() {
      return "hold";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      return List.of(Field.text("citation", 2000));
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      return List.of(Consequence.holds("held"), Consequence.note("held.until"));
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return holds.place(
          person.id(), new ProtectionRequests.Hold(entry.required("citation")), context);
    }
  }

  /** Lifts a hold. */
  @Component
  static final class HoldLiftAct implements Act {

    private final HoldController holds;
    private final Dates dates;

    HoldLiftAct(HoldController holds, Dates dates) {
      this.holds = holds;
      this.dates = dates;
    }

    @Override
    public String name() {
      return "hold-lift";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      List<Option> standing =
          person.state().circumstances().holds().stream()
              .filter(hold -> !hold.isForAuthority())
              .map(this::option)
              .toList();
      return List.of(Field.choice("hold", standing, null));
    }

    private Option option(Hold hold) {
      return new Option(hold.holdId().toString(), dates.exactly(hold.effectiveAt()));
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      int left = person.state().circumstances().holds().size() - 1;
      return left > 0
          ? List.of(Consequence.note("lifted.others", Integer.toString(left)))
          : List.of(Consequence.ends("lifted"), Consequence.note("lifted.due"));
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return holds.lift(person.id(), UUID.fromString(entry.required("hold")), context);
    }
  }
}
