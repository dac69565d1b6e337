package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.act.Field.Option;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.console.subject.Said;
import org.consentledger.api.subject.ProhibitionController;
import org.consentledger.api.subject.ProtectionRequests;
import org.consentledger.core.subject.Prohibition;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clause 8.6: what a person prohibits for data that may be distributed. */
final class ProhibitionActs {

  private ProhibitionActs() {}

  /** Sets a prohibition. */
  @Component
  static final class ProhibitionAct implements Act {

    private final ProhibitionController prohibitions;
    private final Options options;
    private final LawWords law;

    ProhibitionAct(ProhibitionController prohibitions, Options options, LawWords law) {
      this.prohibitions = prohibitions;
      this.options = options;
      this.law = law;
    }

    @Override
    public String name() {
      return "prohibition";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      return List.of(
          Field.choice("prohibits", options.of(ProhibitionKind.values()), null),
          Field.choices("categories", options.categories(person)),
          Field.text("conditions", 4000).optional());
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      ProhibitionKind kind = requireNonNull(entry.one("prohibits", ProhibitionKind.class));
      return List.of(
          Consequence.ends(
              "prohibited." + kind.name(),
              law.categories(Said.codes(entry.all("categories"), Category::new))),
          Consequence.holds("prohibited.access"));
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return prohibitions.prohibit(
          person.id(),
          new ProtectionRequests.Prohibit(
              entry.all("categories"),
              requireNonNull(entry.one("prohibits", ProhibitionKind.class)),
              entry.text("conditions")),
          context);
    }
  }

  /** Takes a prohibition back. */
  @Component
  static final class ProhibitionLiftAct implements Act {

    private final ProhibitionController prohibitions;
    private final LawWords law;

    ProhibitionLiftAct(ProhibitionController prohibitions, LawWords law) {
      this.prohibitions = prohibitions;
      this.law = law;
    }

    @Override
    public String name() {
      return "prohibition-lift";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      return List.of(
          Field.choice(
              "prohibition",
              person.state().circumstances().prohibitions().stream().map(this::option).toList(),
              null));
    }

    private Option option(Prohibition prohibition) {
      return new Option(
          prohibition.prohibitionId().toString(),
          law.of(prohibition.kind()) + ": " + law.categories(prohibition.categories()));
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      return List.of(Consequence.ends("prohibition"), Consequence.note("own.word"));
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return prohibitions.lift(
          person.id(), UUID.fromString(entry.required("prohibition")), context);
    }
  }
}
