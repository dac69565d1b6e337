package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only for the purpose, and only together with what is compatible with it (clauses 2.9, 5.3). */
class PurposeLimitationTest extends ClauseStory {

  @BeforeEach
  void determine() {
    ledger.determine("scoring", "{\"incompatibleWith\":[\"letters\"]}");
    ledger.determine("delivery", "{}");
    ledger.determine("board", "{\"actions\":[\"DISSEMINATE\",\"USE\"],\"distribution\":false}");
  }

  @Test
  @Proves("5.3")
  void clause_5_3_data_of_incompatible_purposes_is_not_joined_whichever_of_them_says_so() {
    String subject = consented("{}", "letters", "scoring", "delivery");
    for (String[] pair : new String[][] {{"letters", "scoring"}, {"scoring", "letters"}}) {
      String joined = ",\"joinedWith\":[\"%s\"]".formatted(pair[1]);
      assertThat(ledger.decide(subject, pair[0], "USE", joined).reasons())
          .containsExactly("INCOMPATIBLE_PURPOSES");
      Answer act = ledger.process(subject, pair[0], "USE", joined);
      assertThat(act.code()).isEqualTo("PROCESSING_DENIED");
    }
    assertThat(
            ledger.decide(subject, "letters", "USE", ",\"joinedWith\":[\"delivery\"]").decision())
        .isEqualTo("PERMIT");
    assertThat(ledger.decide(subject, "letters", "USE", ",\"joinedWith\":[\"nothing\"]").reasons())
        .containsExactly("PURPOSE_UNKNOWN");
  }

  @Test
  @Proves("2.12")
  void clause_2_12_a_distribution_names_its_channel_and_needs_consent_to_be_published() {
    ledger.determine("gallery", "{\"actions\":[\"DISSEMINATE\"],\"distribution\":true}");
    String silent = consented("{}", "gallery");
    assertThat(ledger.decide(silent, "gallery", "DISSEMINATE").reasons())
        .containsExactly("DISTRIBUTION_OUTSIDE_CONSENT");
    String subject = consented("{\"publication\":true}", "gallery");

    Answer nameless = ledger.process(subject, "gallery", "DISSEMINATE", "");
    assertThat(nameless.code()).isEqualTo("CHANNEL_MISSING");
    assertThat(nameless.json().get("clause").asString()).isEqualTo("2.12");

    assertThat(ledger.process(subject, "gallery", "DISSEMINATE", ",\"channel\":\"WEB\"").status())
        .isEqualTo(201);
  }

  @Test
  @Proves("2.9")
  void clause_2_9_consent_to_distribution_is_a_separate_one_to_a_purpose_of_distribution() {
    String subject = consented("{\"publication\":true}", "board");
    assertThat(ledger.decide(subject, "board", "DISSEMINATE").reasons())
        .containsExactly("DISTRIBUTION_OUTSIDE_PURPOSE");
    assertThat(ledger.decide(subject, "board", "USE").decision()).isEqualTo("PERMIT");
  }
}
