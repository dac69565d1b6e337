package org.consentledger.core.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.purpose.PurposeWarning.CATEGORIES_EXCESSIVE;
import static org.consentledger.core.purpose.PurposeWarning.CONSENT_TERM_MISSING;
import static org.consentledger.core.purpose.PurposeWarning.DISTRIBUTION_UNMARKED;
import static org.consentledger.core.purpose.PurposeWarning.DOUBLE_OPT_IN_WITHOUT_EMAIL;
import static org.consentledger.core.purpose.PurposeWarning.MARKETING_BEYOND_CONSENT;
import static org.consentledger.core.purpose.PurposeWarning.RETENTION_MISSING;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.vocabulary.ProcessingAction.COLLECT;
import static org.consentledger.core.vocabulary.ProcessingAction.DISSEMINATE;
import static org.consentledger.core.vocabulary.ProcessingAction.TRANSFER;
import static org.consentledger.core.vocabulary.ProcessingAction.USE;

import java.util.List;
import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.junit.jupiter.api.Test;

class PurposeWarningTest {

  private static final Category QUESTIONNAIRE = new Category("QUESTIONNAIRE");

  /** Informs by e-mail, has its terms, and gives no cause for a warning. */
  private static DefinitionBuilder letters() {
    return definition().needing(EMAIL).allowing(COLLECT, USE).consentHolding("P1Y");
  }

  private static List<PurposeWarning> about(DefinitionBuilder definition) {
    return PurposeWarning.about(definition.build());
  }

  @Test
  void clause_6_a_purpose_that_says_everything_has_no_warnings() {
    assertThat(about(letters())).isEmpty();
  }

  @Test
  void clause_6_terms_must_be_given() {
    assertThat(about(letters().keeping(null))).containsExactly(RETENTION_MISSING);
    assertThat(about(letters().consentHolding(null))).containsExactly(CONSENT_TERM_MISSING);
  }

  @Test
  void clause_8_4_what_does_not_rest_on_consent_needs_no_term_of_consent() {
    assertThat(about(letters().consentHolding(null).restingOn(LegalGround.LEGAL_OBLIGATION)))
        .isEmpty();
  }

  @Test
  void clause_5_5_to_inform_by_email_takes_neither_phone_nor_questionnaire() {
    assertThat(about(letters().needing(EMAIL, PHONE))).containsExactly(CATEGORIES_EXCESSIVE);
    assertThat(about(letters().needing(EMAIL, QUESTIONNAIRE)))
        .containsExactly(CATEGORIES_EXCESSIVE);
    assertThat(about(letters().needing(EMAIL, PHONE).marketing().allowing(USE, TRANSFER)))
        .containsExactly(CATEGORIES_EXCESSIVE);
    assertThat(about(letters().needing(EMAIL, IIN))).isEmpty();
    assertThat(about(letters().needing(PHONE, QUESTIONNAIRE))).isEmpty();
  }

  @Test
  void clause_5_5_what_hands_data_on_or_rests_on_more_than_consent_does_not_only_inform() {
    assertThat(about(letters().needing(EMAIL, PHONE).allowing(USE, TRANSFER))).isEmpty();
    assertThat(
            about(
                letters()
                    .needing(EMAIL, PHONE)
                    .restingOn(LegalGround.CONSENT, LegalGround.CONTRACT)))
        .isEmpty();
  }

  @Test
  void clause_2_9_who_disseminates_says_so() {
    assertThat(about(letters().allowing(USE, DISSEMINATE))).containsExactly(DISTRIBUTION_UNMARKED);
    assertThat(about(letters().allowing(USE, DISSEMINATE).distributing())).isEmpty();
  }

  @Test
  void clause_4_1_marketing_rests_on_consent_alone() {
    assertThat(
            about(
                letters()
                    .marketing()
                    .restingOn(LegalGround.CONSENT, LegalGround.LEGITIMATE_INTEREST)))
        .containsExactly(MARKETING_BEYOND_CONSENT);
    assertThat(about(letters().marketing())).isEmpty();
  }

  @Test
  void clause_8_4_consent_that_is_confirmed_by_mail_needs_an_address() {
    assertThat(about(letters().needing(PHONE).doublyOptedIn()))
        .containsExactly(DOUBLE_OPT_IN_WITHOUT_EMAIL);
    assertThat(about(letters().doublyOptedIn())).isEmpty();
    assertThat(about(letters().needing(PHONE))).isEmpty();
  }
}
