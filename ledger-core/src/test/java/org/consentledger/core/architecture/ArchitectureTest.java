package org.consentledger.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may depend on what in the core. */
class ArchitectureTest {

  private static final String CORE = "org.consentledger.core.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.consentledger.core");

  @Test
  void the_domain_knows_neither_database_nor_container_nor_vault() {
    noClasses()
        .that()
        .resideInAnyPackage(
            CORE + "subject",
            CORE + "decision",
            CORE + "purpose",
            CORE + "policy",
            CORE + "operator",
            CORE + "recipient",
            CORE + "mailing",
            CORE + "ground",
            CORE + "inventory",
            CORE + "request",
            CORE + "register",
            CORE + "vocabulary",
            CORE + "calendar",
            CORE + "legalterm",
            CORE + "webhook",
            CORE + "refusal")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "java.sql..",
            "javax.sql..",
            CORE + "personaldata",
            CORE + "eventstore")
        .check(CLASSES);
  }

  @Test
  void the_decision_is_plain_java() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "decision")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.axonframework..", "com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void rules_ask_nobody_for_the_time_nor_for_chance() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Rules")
        .or()
        .haveSimpleNameEndingWith("State")
        .or()
        .resideInAnyPackage(CORE + "decision", CORE + "calendar")
        .should(
            Calls.none(Instant.class, "now")
                .and(Calls.none(UUID.class, "randomUUID"))
                .and(Calls.none(Clock.class, "systemUTC")))
        .check(CLASSES);
  }

  @Test
  void the_core_is_no_web_program() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.web..",
            "org.springframework.stereotype..",
            "org.springframework.beans..",
            "jakarta.servlet..",
            "jakarta.persistence..",
            "lombok..")
        .check(CLASSES);
  }

  @Test
  void names_say_what_a_class_is() {
    noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)").check(CLASSES);
  }

  @Test
  void every_package_says_what_lives_in_it_and_is_null_marked() {
    for (JavaPackage each : CLASSES.getPackage("org.consentledger.core").getSubpackages()) {
      assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }
  }
}
