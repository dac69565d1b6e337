package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * All that was stated about blocking a subject's data, in the order in which it took effect, less
 * what later statements made void. Of the statements that cover a category and a purpose, the
 * latest counts.
 */
public record Restrictions(@JsonValue List<Restriction> statements) {

  /** Nothing is blocked. */
  public static final Restrictions NONE = new Restrictions(List.of());

  /** Copies the list. */
  @JsonCreator
  public Restrictions {
    statements = List.copyOf(statements);
  }

  /** The statement by which data of this category is blocked for this purpose, if it is. */
  public Optional<Restriction> block(Category category, PurposeId purpose) {
    return latest(statement -> statement.scope().covers(category, purpose));
  }

  /**
   * The statement by which all data is blocked for this purpose, if it is: for questions that name
   * no data. A block of some categories only does not answer such a question.
   */
  public Optional<Restriction> block(PurposeId purpose) {
    return latest(
        statement ->
            statement.scope().categories().isEmpty() && statement.scope().coversPurpose(purpose));
  }

  /** Whether anything is blocked. */
  @JsonIgnore
  public boolean isAnythingBlocked() {
    return statements.stream().anyMatch(Restriction::blocked);
  }

  private Optional<Restriction> latest(Predicate<Restriction> concerned) {
    for (Restriction statement : statements.reversed()) {
      if (concerned.test(statement)) {
        return statement.blocked() ? Optional.of(statement) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether all data within the scope already is as it is wanted: blocked, or free. What no
   * statement names is alike, so that one unnamed category and one unnamed purpose stand for all of
   * them.
   */
  boolean isSettled(Scope scope, boolean blocked) {
    return points(scope.categories(), Scope::categories).stream()
        .allMatch(
            category ->
                points(scope.purposes(), Scope::purposes).stream()
                    .allMatch(
                        purpose ->
                            latest(
                                        it ->
                                            it.scope()
                                                .covers(
                                                    category.orElse(null), purpose.orElse(null)))
                                    .isPresent()
                                == blocked));
  }

  private <T> Set<Optional<T>> points(Set<T> named, Function<Scope, SortedSet<T>> part) {
    Set<Optional<T>> points = new HashSet<>();
    named.forEach(value -> points.add(Optional.of(value)));
    if (named.isEmpty()) {
      points.add(Optional.empty());
      for (Restriction statement : statements) {
        part.apply(statement.scope()).forEach(value -> points.add(Optional.of(value)));
      }
    }
    return points;
  }

  Restrictions with(Restriction added) {
    List<Restriction> ordered = new ArrayList<>();
    boolean overruled = false;
    for (Restriction statement : statements) {
      if (statement.effectiveAt().isAfter(added.effectiveAt())) {
        overruled |= statement.scope().contains(added.scope());
      } else if (!added.scope().contains(statement.scope())) {
        ordered.add(statement);
      }
    }
    if (!overruled) {
      ordered.add(added);
    }
    statements.stream()
        .filter(statement -> statement.effectiveAt().isAfter(added.effectiveAt()))
        .forEach(ordered::add);
    return new Restrictions(ordered);
  }
}
