package org.consentledger.core.purpose;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;

/**
 * What an administrator should think over before a purpose is used; nothing that stops it. Codes
 * are stable.
 */
public enum PurposeWarning {
  /** Nothing says how long data is kept. */
  RETENTION_MISSING("6", "Say how long data is kept: retention."),
  /** Nothing says how long consent holds. */
  CONSENT_TERM_MISSING("8.4", "Say how long consent holds: consentTerm."),
  /** More data than it takes to send e-mail. */
  CATEGORIES_EXCESSIVE(
      "5.5",
      "If the purpose only sends e-mail, the address is enough: leave PHONE and QUESTIONNAIRE"
          + " out."),
  /** Data is disseminated, and distribution is not said. */
  DISTRIBUTION_UNMARKED(
      "2.9",
      "To disseminate takes a consent of its own: say distribution, or leave DISSEMINATE out."),
  /** Marketing that names other grounds than consent. */
  MARKETING_BEYOND_CONSENT(
      "4.1", "Marketing rests on prior consent alone; other grounds open nothing: leave them out."),
  /** Consent is to be confirmed by mail, and there is no address to write to. */
  DOUBLE_OPT_IN_WITHOUT_EMAIL(
      "8.4",
      "Nobody can be asked for consent by mail without an address: add EMAIL, or leave doubleOptIn"
          + " out.");

  private static final Category EMAIL = new Category("EMAIL");
  private static final Set<Category> BEYOND_EMAIL =
      Set.of(new Category("PHONE"), new Category("QUESTIONNAIRE"));

  private final String clause;
  private final String detail;

  PurposeWarning(String clause, String detail) {
    this.clause = clause;
    this.detail = detail;
  }

  /** The clause of the policy that it rests on. */
  public String clause() {
    return clause;
  }

  /** What to do, for a person. */
  public String detail() {
    return detail;
  }

  /** All warnings about a purpose that is defined like this, in their order. */
  public static List<PurposeWarning> about(PurposeDefinition definition) {
    return Arrays.stream(values()).filter(warning -> warning.concerns(definition)).toList();
  }

  private boolean concerns(PurposeDefinition definition) {
    return switch (this) {
      case RETENTION_MISSING -> definition.retention() == null;
      case CONSENT_TERM_MISSING ->
          definition.consentTerm() == null && definition.grounds().contains(LegalGround.CONSENT);
      case CATEGORIES_EXCESSIVE ->
          informs(definition)
              && definition.categories().contains(EMAIL)
              && definition.categories().stream().anyMatch(BEYOND_EMAIL::contains);
      case DISTRIBUTION_UNMARKED ->
          definition.actions().contains(ProcessingAction.DISSEMINATE) && !definition.distribution();
      case MARKETING_BEYOND_CONSENT -> definition.marketing() && !restsOnConsentAlone(definition);
      case DOUBLE_OPT_IN_WITHOUT_EMAIL ->
          definition.demandsDoubleOptIn() && !definition.categories().contains(EMAIL);
    };
  }

  /** Section 6: marketing informs, and so does what rests on consent alone and hands nothing on. */
  private static boolean informs(PurposeDefinition definition) {
    return definition.marketing()
        || (restsOnConsentAlone(definition)
            && definition.actions().stream().noneMatch(ProcessingAction::isTransferring));
  }

  private static boolean restsOnConsentAlone(PurposeDefinition definition) {
    return definition.grounds().equals(Set.of(LegalGround.CONSENT));
  }
}
