package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.subject.DisposalController;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.subject.Disposals;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.RequestReason;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clauses 2.5, 2.14, 5.7: the end of a person's data. */
final class DisposalActs {

  private DisposalActs() {}

  private static List<Field> fields(Options options) {
    return List.of(
        Field.choice("disposalGround", options.of(DisposalGround.values()), null),
        Field.choice("reason", options.of(RequestReason.values()), null).optional());
  }

  private static SubjectRequests.Dispose request(Entry entry) {
    return new SubjectRequests.Dispose(
        requireNonNull(entry.one("disposalGround", DisposalGround.class)),
        entry.one("reason", RequestReason.class));
  }

  private static List<Consequence> consequences(Person person, LawWords law) {
    List<Consequence> all = new ArrayList<>();
    if (!person.state().categories().isEmpty()) {
      all.add(Consequence.ends("destroyed", law.categories(person.state().categories())));
    }
    all.add(Consequence.ends("texts"));
    all.add(Consequence.ends("index"));
    all.add(Consequence.ends("key"));
    all.add(Consequence.holds("facts"));
    all.add(Consequence.holds("certificate"));
    person
        .state()
        .circumstances()
        .recipients()
        .forEach(it -> all.add(Consequence.note("recipient", law.recipient(it))));
    boolean second =
        Disposals.approvalFor(person.state(), person.registers()) == DisposalApproval.OFFICER;
    all.add(Consequence.note(second ? "second.person" : "at.once"));
    if (!person.state().circumstances().holds().isEmpty()) {
      all.add(Consequence.note("held.refused"));
    }
    all.add(Consequence.note("irrevocable"));
    return all;
  }

  /** Destroys. */
  @Component
  static final class DestructionAct implements Act {

    private final DisposalController disposals;
    private final Options options;
    private final LawWords law;

    DestructionAct(DisposalController disposals, Options options, LawWords law) {
      this.disposals = disposals;
      this.options = options;
      this.law = law;
    }

    @Override
    public String name() {
      return "destruction";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      return DisposalActs.fields(options);
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      return DisposalActs.consequences(person, law);
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return disposals.destroy(person.id(), request(entry), context);
    }
  }

  /** Anonymises. */
  @Component
  static final class AnonymisationAct implements Act {

    private final DisposalController disposals;
    private final Options options;
    private final LawWords law;

    AnonymisationAct(DisposalController disposals, Options options, LawWords law) {
      this.disposals = disposals;
      this.options = options;
      this.law = law;
    }

    @Override
    public String name() {
      return "anonymisation";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      return DisposalActs.fields(options);
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      return DisposalActs.consequences(person, law);
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return disposals.anonymise(person.id(), request(entry), context);
    }
  }
}
