package org.consentledger.projections.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order between modules and packages, kept by the build. */
class ArchitectureTest {

  private static final String PROJECTIONS = "org.consentledger.projections..";

  private static JavaClasses all;
  private static JavaClasses projections;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("org.consentledger");
    projections = all.that(resideInAPackage(PROJECTIONS));
  }

  @Test
  void there_is_something_to_check() {
    assertThat(projections.contain("org.consentledger.projections.current.Decisions")).isTrue();
    assertThat(projections.contain("org.consentledger.projections.testing.Person")).isFalse();
    assertThat(all.contain("org.consentledger.core.decision.Decide")).isTrue();
  }

  @Test
  void projections_never_depend_on_the_api_nor_the_core_on_projections() {
    noClasses()
        .that()
        .resideInAPackage(PROJECTIONS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.consentledger.api..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage("org.consentledger.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PROJECTIONS, "org.consentledger.api..")
        .check(all);
  }

  @Test
  void projections_know_nothing_of_the_web_nor_of_springs_container() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.web..",
            "org.springframework.http..",
            "org.springframework.boot..",
            "org.springframework.context..",
            "org.springframework.stereotype..",
            "jakarta.servlet..",
            "javax.servlet..")
        .check(projections);
  }

  @Test
  void what_is_banned_everywhere_is_not_used() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.persistence..", "org.hibernate..", "lombok..", "com.thoughtworks.xstream..")
        .check(projections);
  }

  @Test
  void axon_stays_where_projections_are_fed() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.consentledger.projections.streaming..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.axonframework..")
        .check(projections);
  }

  @Test
  void what_decisions_read_depends_on_no_streaming_projection() {
    noClasses()
        .that()
        .resideInAPackage("org.consentledger.projections.current..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.consentledger.projections.streaming..",
            "org.consentledger.projections.history..",
            "org.consentledger.projections.search..")
        .check(projections);
  }

  @Test
  void packages_form_no_circle() {
    slices()
        .matching("org.consentledger.projections.(*)..")
        .should()
        .beFreeOfCycles()
        .check(projections);
  }

  @Test
  void what_is_true_now_is_asked_of_no_clock() {
    noClasses()
        .that()
        .resideInAPackage("org.consentledger.projections.current..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "instant")
        .check(projections);
  }

  @Test
  void nothing_keeps_static_state_and_nothing_has_fields_that_change() {
    fields().that().areDeclaredInClassesThat().areNotEnums().should().beFinal().check(projections);
    methods().that().arePublic().should().haveNameNotMatching("set[A-Z].*").check(projections);
  }

  @Test
  void names_say_what_a_class_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Service)")
        .check(projections);
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..dto..", "..service..", "..impl..")
        .check(projections);
  }

  @Test
  void each_package_is_opened_by_a_description_and_says_what_may_be_null() {
    JavaPackage root = projections.getPackage("org.consentledger.projections");
    assertThat(root.getSubpackages()).isNotEmpty();
    assertThat(root.getSubpackages())
        .allSatisfy(one -> assertThat(one.isAnnotatedWith(NullMarked.class)).isTrue());
  }
}
