package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.vocabulary.RequestReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a person may ask for, and why (clause 4.1). */
class RequestReasonTest extends ClauseStory {

  @ParameterizedTest
  @EnumSource
  @Proves("4.1 rectify, block, destroy")
  void clause_4_1_data_is_blocked_rectified_and_destroyed_for_each_of_five_reasons(
      RequestReason reason) {
    assertThat(RequestReason.values()).hasSize(5);
    String subject = consented("{}", "letters");
    String because = "\"reason\":\"" + reason + "\"";

    LedgerClient.requireSuccess(ledger.command(subject, "block", "{" + because + "}"));
    assertThat(ledger.decide(subject, "letters", "USE").reasons()).containsExactly("BLOCKED");
    LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "rectification",
            "{\"identifiers\":{\"email\":\"%s@example.kz\"},\"unblock\":true,\"scope\":{},%s}"
                .formatted(UUID.randomUUID(), because)));
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
    LedgerClient.requireSuccess(
        ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"," + because + "}"));
    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("SUBJECT_DESTROYED");

    for (String type :
        new String[] {"processing.blocked", "personal-data.rectified", "disposal.requested"}) {
      JsonNode event =
          ledger.get("/api/v1/events?subjectId=" + subject + "&type=" + type).items().getFirst();
      assertThat(event.at("/data/reason").asString()).as(type).isEqualTo(reason.name());
    }
  }

  @Test
  @Proves("4.1 rectify, block, destroy")
  void clause_4_1_a_reason_that_is_none_is_told() {
    Answer answer = ledger.command(registered(), "block", "{\"reason\":\"BECAUSE\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
  }

  @Test
  @Proves("3.2 stop")
  void clause_3_2_to_stop_handing_on_to_stop_processing_and_to_destroy_are_three_commands() {
    String subject = consented("{\"thirdPartyTransfer\":true}", "letters");
    LedgerClient.requireSuccess(ledger.command(subject, "transfer-cessation", "{}"));
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
    LedgerClient.requireSuccess(ledger.command(subject, "cessation", "{}"));
    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("CESSATION_DEMANDED");
    assertThat(read(subject).json().get("status").asString()).isEqualTo("ACTIVE");
    LedgerClient.requireSuccess(
        ledger.command(subject, "destruction", "{\"ground\":\"CESSATION_DEMANDED\"}"));
    assertThat(read(subject).json().get("status").asString()).isEqualTo("DESTROYED");
  }
}
