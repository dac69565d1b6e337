package org.consentledger.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whoever checks the log reads these packages and the JDK, and nothing else. */
class LogArchitectureTest {

  private static final String LOG = "org.consentledger.core.log.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.consentledger.core.log");

  private static final String SIGNER = "Ed25519Signer";

  /** Whoever verifies needs nothing but the JDK; the ledger signs with another library. */
  @Test
  void formats_and_verifier_stand_on_the_jdk_alone() {
    classes()
        .that()
        .resideInAnyPackage(LOG + "merkle", LOG + "note", LOG + "entry", LOG + "verify")
        .and()
        .doNotHaveSimpleName(SIGNER)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", LOG + "merkle", LOG + "note", LOG + "entry", LOG + "verify")
        .check(CLASSES);
    classes()
        .that()
        .haveSimpleName(SIGNER)
        .should()
        .onlyBeAccessed()
        .byClassesThat()
        .haveNameMatching(".*\\.(SignerKey|" + SIGNER + ")")
        .check(CLASSES);
  }

  @Test
  void the_tree_knows_no_notes_the_notes_no_entries_and_nobody_the_verifier() {
    slices().matching(LOG + "(*)").should().beFreeOfCycles().check(CLASSES);
    classes()
        .that()
        .resideInAPackage(LOG + "merkle")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", LOG + "merkle")
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage(LOG + "note")
        .and()
        .doNotHaveSimpleName(SIGNER)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", LOG + "merkle", LOG + "note")
        .check(CLASSES);
  }
}
