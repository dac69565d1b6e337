package org.consentledger.api.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.consentledger.api.page.PageController;
import org.junit.jupiter.api.Test;

/** What pages may depend on. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.consentledger.api");

  @Test
  void pages_ask_the_queries_and_send_the_commands_of_the_api_and_read_no_table_themselves() {
    noClasses()
        .that()
        .areAnnotatedWith(PageController.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("org\\.consentledger\\.core\\..*Rules")
        .check(CLASSES);
  }

  @Test
  void the_frame_knows_no_page() {
    noClasses()
        .that()
        .resideInAPackage("org.consentledger.api.page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.consentledger.api.console..", "org.consentledger.api.site..")
        .check(CLASSES);
  }
}
