package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.BEGINNING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * Clause 2.2, point by point: of all statements about a category and a purpose, the last one
 * counts.
 */
class RestrictionsProperties {

  private static final List<Category> NAMED = categories("A", "B", "C");
  private static final List<PurposeId> MEANT = purposes("p", "q");

  /** With one of each that no statement names. */
  private static final List<Category> ALL_CATEGORIES = categories("A", "B", "C", "OTHER");

  private static final List<PurposeId> ALL_PURPOSES = purposes("p", "q", "other");

  @Property(tries = 3000)
  void clause_2_2_the_last_statement_about_data_and_purpose_counts(
      @ForAll("statements") List<Restriction> told) {
    Restrictions restrictions = fold(told);
    for (PurposeId purpose : ALL_PURPOSES) {
      for (Category category : ALL_CATEGORIES) {
        assertThat(restrictions.block(category, purpose).map(Restriction::eventId))
            .as("%s for %s", category, purpose)
            .isEqualTo(
                blocking(told, it -> it.scope().covers(category, purpose))
                    .map(Restriction::eventId));
      }
      assertThat(restrictions.block(purpose).map(Restriction::eventId))
          .as("all data for %s", purpose)
          .isEqualTo(
              blocking(
                      told,
                      it ->
                          it.scope().categories().isEmpty()
                              && (it.scope().purposes().isEmpty()
                                  || it.scope().purposes().contains(purpose)))
                  .map(Restriction::eventId));
    }
  }

  @Property(tries = 3000)
  void clause_2_2_what_is_called_settled_is_so_at_every_point(
      @ForAll("statements") List<Restriction> told, @ForAll("scopes") Scope scope) {
    Restrictions restrictions = fold(told);
    for (boolean blocked : new boolean[] {true, false}) {
      if (restrictions.isSettled(scope, blocked)) {
        assertThat(isSoEverywhere(told, scope, blocked)).as("%s %s", scope, blocked).isTrue();
      }
    }
  }

  @Property(tries = 3000)
  void clause_2_2_what_is_so_at_every_point_is_called_settled(
      @ForAll("statements") List<Restriction> told, @ForAll("scopes") Scope scope) {
    Restrictions restrictions = fold(told);
    for (boolean blocked : new boolean[] {true, false}) {
      if (isSoEverywhere(told, scope, blocked)) {
        assertThat(restrictions.isSettled(scope, blocked)).as("%s %s", scope, blocked).isTrue();
      }
    }
  }

  private static boolean isSoEverywhere(List<Restriction> told, Scope scope, boolean blocked) {
    for (Category category : ALL_CATEGORIES) {
      for (PurposeId purpose : ALL_PURPOSES) {
        boolean within =
            (scope.categories().isEmpty() || scope.categories().contains(category))
                && (scope.purposes().isEmpty() || scope.purposes().contains(purpose));
        if (within
            && blocking(told, it -> it.scope().covers(category, purpose)).isPresent() != blocked) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<Restriction> blocking(
      List<Restriction> told, Predicate<Restriction> concerned) {
    List<Restriction> sorted = new ArrayList<>(told);
    sorted.sort(Comparator.comparing(Restriction::effectiveAt));
    return sorted.reversed().stream().filter(concerned).findFirst().filter(Restriction::blocked);
  }

  private static Restrictions fold(List<Restriction> told) {
    Restrictions restrictions = Restrictions.NONE;
    for (Restriction statement : told) {
      restrictions = restrictions.with(statement);
    }
    return restrictions;
  }

  @Provide
  Arbitrary<List<Restriction>> statements() {
    return Combinators.combine(
            Arbitraries.of(true, false), scopes(), Arbitraries.integers().between(0, 6))
        .as(
            (blocked, scope, second) ->
                new Restriction(
                    UUID.randomUUID(), blocked, scope, null, BEGINNING.plusSeconds(second)))
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<Scope> scopes() {
    Arbitrary<SortedSet<Category>> data =
        Arbitraries.subsetOf(NAMED).map(some -> (SortedSet<Category>) new TreeSet<>(some));
    Arbitrary<SortedSet<PurposeId>> purposes =
        Arbitraries.subsetOf(MEANT).map(some -> (SortedSet<PurposeId>) new TreeSet<>(some));
    return Combinators.combine(data, purposes).as(Scope::new);
  }

  private static List<Category> categories(String... codes) {
    return List.of(codes).stream().map(Category::new).toList();
  }

  private static List<PurposeId> purposes(String... codes) {
    return List.of(codes).stream().map(PurposeId::new).toList();
  }
}
