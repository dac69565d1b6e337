package org.consentledger.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Nobody shares what can change. */
class StaticStateTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.consentledger.core");

  @Test
  void a_static_field_never_changes() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void a_public_field_is_a_constant() {
    fields().that().arePublic().should().beStatic().andShould().beFinal().check(CLASSES);
  }

  @Test
  void a_public_constant_is_no_array() {
    fields()
        .that()
        .arePublic()
        .should()
        .notHaveRawType(describe("an array", JavaClass::isArray))
        .check(CLASSES);
  }
}
