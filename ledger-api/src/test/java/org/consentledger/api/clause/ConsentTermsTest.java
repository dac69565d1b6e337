package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody consented to, and until when (clauses 7.1, 8.4, 12.3). */
class ConsentTermsTest extends ClauseStory {

  private JsonNode consent(String subject) {
    return read(subject).json().at("/consents/0");
  }

  @Test
  @Proves("8.4 term")
  void clause_8_4_consent_has_the_purposes_term_unless_another_was_agreed() {
    String by = ",\"effectiveAt\":\"2026-02-28T19:30:00Z\"";
    String usual = registered();
    LedgerClient.requireSuccess(ledger.giveConsent(usual, "letters", "1.0", by));
    String agreed = registered();
    LedgerClient.requireSuccess(
        ledger.giveConsent(
            agreed, "letters", "1.0", by + ",\"expiresAt\":\"2026-03-05T00:00:00Z\""));

    // 1 March in Kazakhstan, where a year later it is 1 March again.
    assertThat(consent(usual).get("expiresAt").asString()).isEqualTo("2027-02-28T19:30:00Z");
    assertThat(consent(agreed).get("expiresAt").asString()).isEqualTo("2026-03-05T00:00:00Z");
    String at = ",\"at\":\"2026-03-06T00:00:00Z\"";
    assertThat(ledger.decide(usual, "letters", "USE", at).decision()).isEqualTo("PERMIT");
    assertThat(ledger.decide(agreed, "letters", "USE", at).reasons())
        .containsExactly("CONSENT_EXPIRED");
  }

  @Test
  @Proves("3.2 publish, 12.2, 12.3")
  void
      clause_12_3_consent_keeps_the_version_the_language_and_the_hash_of_the_text_that_was_shown() {
    Answer given = ledger.giveConsent(registered(), "letters", "1.0", "");
    JsonNode consent = consent(LedgerClient.requireSuccess(given).subjectId());

    assertThat(consent.get("policyVersion").asString()).isEqualTo("1.0");
    assertThat(consent.get("language").asString()).isEqualTo("kk");
    JsonNode policy =
        ledger.get("/api/v1/policies?limit=1000").items().stream()
            .filter(each -> each.get("version").asString().equals("1.0"))
            .findFirst()
            .orElseThrow();
    assertThat(consent.get("noticeHash").asString()).isEqualTo(policy.at("/hashes/kk").asString());
    assertThat(
            ledger
                .post(
                    "/api/v1/subjects/" + registered() + "/consents",
                    """
                    {"purposeId":"letters","policyVersion":"none","language":"kk","channel":"WEB",
                     "givenBy":{"role":"SUBJECT"}}
                    """)
                .code())
        .isEqualTo("POLICY_UNKNOWN");
  }

  @Test
  @Proves("8.4 withdraw")
  void clause_8_4_sending_stops_with_the_answer_to_a_withdrawal() {
    String subject = consented("{}", "letters");
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
    assertThat(ledger.withdraw(subject, "letters").status()).isEqualTo(201);
    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("CONSENT_WITHDRAWN");
    assertThat(ledger.withdraw(subject, "letters").status()).isEqualTo(200);
  }
}
