package org.consentledger.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.MailStory;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A purpose may demand that consent comes out of the person's own mailbox (clause 7.1). */
class DoubleOptInTest extends MailStory {

  private static final String EVIDENCE = ",\"evidence\":{\"scan\":\"Қағаз № 7\"}";

  private String address;
  private String subject;

  @BeforeEach
  void register() {
    address = someAddress();
    subject = ledger.register(purpose, address);
  }

  private void demand(boolean demanded) {
    ledger.determine(purpose, "{\"doubleOptIn\":" + demanded + "}");
  }

  private Answer give(String channel, String more) {
    return ledger.command(
        subject,
        "consents",
        """
        {"purposeId":"%s","policyVersion":"1.0","language":"kk","channel":"%s","givenBy":{"role":"SUBJECT"}%s}
        """
            .formatted(purpose, channel, more));
  }

  private String decision() {
    return ledger.decide(subject, purpose, "USE").decision();
  }

  private long given() {
    return ledger.get("/api/v1/events?type=consent.given&subjectId=" + subject).items().size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEB", "API", "EMAIL", "PHONE"})
  void clause_7_1_consent_from_afar_is_refused_whatever_evidence_comes_with_it(String channel) {
    demand(true);
    Answer refused = give(channel, EVIDENCE);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("DOUBLE_OPT_IN_DEMANDED");
    assertThat(refused.json().get("clause").asString()).isEqualTo("7.1");
    assertThat(given()).isZero();
    assertThat(decision()).isEqualTo("DENY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LETTER", "IN_PERSON"})
  void clause_7_1_consent_by_hand_counts_with_its_evidence_alone(String channel) {
    demand(true);
    assertThat(give(channel, "").code()).isEqualTo("DOUBLE_OPT_IN_DEMANDED");
    assertThat(give(channel, EVIDENCE).status()).isEqualTo(201);
    assertThat(decision()).isEqualTo("PERMIT");
  }

  @Test
  void clause_7_1_consent_that_is_confirmed_from_the_mailbox_is_given() {
    demand(true);
    LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "consent-invitations",
            "{\"purposeId\":\"%s\",\"policyVersion\":\"1.0\",\"language\":\"kk\"}"
                .formatted(purpose)));
    eventually(() -> !SINK.receivedBy(address).isEmpty());
    String token = confirmationToken(SINK.receivedBy(address).getFirst());
    eventually(() -> postForm("/confirm", "token=" + token).statusCode() == 200);
    assertThat(given()).isEqualTo(1);
    assertThat(decision()).isEqualTo("PERMIT");
  }

  @Test
  void clause_7_1_what_was_given_before_stays_and_is_not_renewed_without_the_person() {
    LedgerClient.requireSuccess(give("WEB", ""));
    demand(true);
    assertThat(decision()).isEqualTo("PERMIT");
    Answer renewed =
        ledger.command(subject, "consents/" + purpose + "/renewal", "{\"channel\":\"WEB\"}");
    assertThat(renewed.code()).isEqualTo("DOUBLE_OPT_IN_DEMANDED");
    assertThat(decision()).isEqualTo("PERMIT");
    LedgerClient.requireSuccess(ledger.withdraw(subject, purpose));
    assertThat(decision()).isEqualTo("DENY");
    assertThat(give("WEB", "").code()).isEqualTo("DOUBLE_OPT_IN_DEMANDED");
  }

  @Test
  void the_demand_belongs_to_a_version_of_the_purpose() {
    demand(true);
    assertThat(ledger.get("/api/v1/purposes/" + purpose).json().get("version").asInt())
        .isEqualTo(2);
    assertThat(ledger.get("/api/v1/purposes/" + purpose).json().get("doubleOptIn").asBoolean())
        .isTrue();
    assertThat(give("WEB", ",\"effectiveAt\":\"2026-02-01T00:00:00Z\"").status())
        .as("of before it was demanded")
        .isEqualTo(201);
    demand(false);
    assertThat(ledger.get("/api/v1/purposes/" + purpose).json().get("doubleOptIn").asBoolean())
        .isFalse();
    demand(false);
    assertThat(ledger.get("/api/v1/purposes/" + purpose).json().get("version").asInt())
        .isEqualTo(3);
    assertThat(give("WEB", "").status()).isEqualTo(201);
  }
}
