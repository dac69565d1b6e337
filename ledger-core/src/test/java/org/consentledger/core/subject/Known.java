package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consentledger.core.decision.Question;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;

/** What counts for one question of the facts that {@link PermissionModel} was told. */
record Known(List<Fact> newestFirst, Question asked, Instant moment) {

  <T extends Fact> Stream<T> all(Class<T> kind) {
    return newestFirst.stream().filter(kind::isInstance).map(kind::cast);
  }

  <T extends Fact> Optional<T> newest(Class<T> kind, Predicate<T> wanted) {
    return all(kind).filter(wanted).findFirst();
  }

  <T extends Fact> boolean any(Class<T> kind, Predicate<T> wanted) {
    return all(kind).anyMatch(wanted);
  }

  /** The purpose that is asked about, as it is at the moment. */
  Optional<Fact.Determined> purpose() {
    return purpose(asked.purposeId());
  }

  Optional<Fact.Determined> purpose(PurposeId purpose) {
    return all(Fact.Determined.class)
        .filter(it -> it.purpose().equals(purpose) && !it.at().isAfter(moment))
        .max(Comparator.comparing(Fact.Determined::number));
  }

  /** The data that is named, or all that the purpose needs. */
  Set<Category> data() {
    Set<Category> data = new HashSet<>(asked.categories());
    if (data.isEmpty()) {
      purpose().ifPresent(it -> data.addAll(it.categories()));
    }
    return data;
  }
}
