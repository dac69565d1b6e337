package org.consentledger.api.console.act;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.consentledger.api.console.act.Field.Option;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.stereotype.Component;

/** What forms let people choose from, in the reader's language. */
@Component
class Options {

  private final LawWords law;

  Options(LawWords law) {
    this.law = law;
  }

  /** A closed list of the law. */
  List<Option> of(Enum<?>... constants) {
    return Arrays.stream(constants)
        .map(constant -> new Option(constant.name(), law.of(constant)))
        .toList();
  }

  List<Option> purposes(Collection<PurposeId> purposes) {
    return purposes.stream()
        .map(purpose -> new Option(purpose.value(), law.purpose(purpose)))
        .toList();
  }

  /** The purposes that have not ended and of which this is true. */
  List<Option> purposes(Person person, Predicate<PurposeState> which) {
    return purposes(
        person.registers().purposes().values().stream()
            .filter(purpose -> !purpose.isRetiredAt(person.at()))
            .filter(which)
            .map(PurposeState::purposeId)
            .toList());
  }

  /** Whether a purpose may rest on a ground. */
  static Predicate<PurposeState> restingOn(LegalGround ground) {
    return purpose -> purpose.latest().definition().grounds().contains(ground);
  }

  List<Option> categories(Collection<Category> categories) {
    return categories.stream()
        .map(category -> new Option(category.value(), law.category(category)))
        .toList();
  }

  /** What purposes need, and what is held. */
  List<Option> categories(Person person) {
    SortedSet<Category> all = new TreeSet<>(person.state().categories());
    person
        .registers()
        .purposes()
        .values()
        .forEach(purpose -> all.addAll(purpose.latest().definition().categories()));
    return categories(all);
  }
}
