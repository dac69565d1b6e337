package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private Optional<Restriction> latest(Predicate<Restriction> concerned) {
    for (Restriction statement : statements.reversed()) {
      if (concerned.test(statement)) {
        return statement.blocked() ? Optional.of(statement) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether all data within the scope already is as it is wanted: blocked, or free. */
  boolean isSettled(Scope scope, boolean blocked) {
    for (Restriction statement : statements.reversed()) {
      if (statement.scope().contains(scope)) {
        return statement.blocked() == blocked;
      }
      if (statement.blocked() != blocked && statement.scope().intersects(scope)) {
        return false;
      }
    }
    return !blocked;
  }

  Restrictions with(Restriction added) {
    List<Restriction> earlier = new ArrayList<>();
    List<Restriction> later = new ArrayList<>();
    for (Restriction statement : statements) {
      if (statement.effectiveAt().isAfter(added.effectiveAt())) {
        later.add(statement);
      } else if (!added.scope().contains(statement.scope())) {
        earlier.add(statement);
      }
    }
    boolean needless = !added.blocked() && earlier.isEmpty();
    boolean overruled =
        later.stream().anyMatch(statement -> statement.scope().contains(added.scope()));
    if (!needless && !overruled) {
      earlier.add(added);
    }
    earlier.addAll(later);
    return new Restrictions(earlier);
  }
}
