package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.console.subject.Said;
import org.consentledger.api.subject.RestrictionController;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clauses 2.2, 4.1: processing within a scope stops, or goes on. */
final class RestrictionActs {

  private RestrictionActs() {}

  private static List<Field> scope(Person person, Options options) {
    return List.of(
        Field.choices("categories", options.categories(person)),
        Field.choices("purposes", options.purposes(person, purpose -> true)));
  }

  private static SubjectRequests.ScopeRequest scope(Entry entry) {
    return new SubjectRequests.ScopeRequest(entry.all("categories"), entry.all("purposes"));
  }

  private static Object[] told(Entry entry, LawWords law) {
    return new Object[] {
      law.categories(Said.codes(entry.all("categories"), Category::new)),
      law.purposes(Said.codes(entry.all("purposes"), PurposeId::new))
    };
  }

  /** Stops it. */
  @Component
  static final class BlockAct implements Act {

    private final RestrictionController restrictions;
    private final Options options;
    private final LawWords law;

    BlockAct(RestrictionController restrictions, Options options, LawWords law) {
      this.restrictions = restrictions;
      this.options = options;
      this.law = law;
    }

    @Override
    public String name() {
      return "block";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      List<Field> scope = scope(person, options);
      return List.of(
          Field.choice("reason", options.of(RequestReason.values()), null),
          scope.getFirst(),
          scope.getLast());
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      return List.of(
          Consequence.ends("blocked", told(entry, law)),
          Consequence.holds("blocked.allowed"),
          Consequence.note("blocked.until"));
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return restrictions.block(
          person.id(),
          new SubjectRequests.Block(
              scope(entry), requireNonNull(entry.one("reason", RequestReason.class))),
          context);
    }
  }

  /** Lets it go on. */
  @Component
  static final class UnblockAct implements Act {

    private final RestrictionController restrictions;
    private final Options options;
    private final LawWords law;

    UnblockAct(RestrictionController restrictions, Options options, LawWords law) {
      this.restrictions = restrictions;
      this.options = options;
      this.law = law;
    }

    @Override
    public String name() {
      return "unblock";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      List<Field> scope = scope(person, options);
      return List.of(
          scope.getFirst(),
          scope.getLast(),
          Field.choice("reason", options.of(RequestReason.values()), null).optional());
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      return List.of(
          Consequence.holds("unblocked", told(entry, law)), Consequence.note("unblocked.ground"));
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return restrictions.unblock(
          person.id(),
          new SubjectRequests.Unblock(scope(entry), entry.one("reason", RequestReason.class)),
          context);
    }
  }
}
