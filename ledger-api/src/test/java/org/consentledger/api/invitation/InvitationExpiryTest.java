package org.consentledger.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Invitations whose time is over. */
@TestPropertySource(properties = "ledger.invitations.valid-for=PT20S")
class InvitationExpiryTest extends MailStory {

  @Autowired private JdbcClient database;

  private Answer invited(String subject, String policy) {
    return LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "consent-invitations",
            "{\"purposeId\":\"%s\",\"policyVersion\":\"%s\",\"language\":\"ru\"}"
                .formatted(purpose, policy)));
  }

  private String published(String from, String more) {
    String version = LedgerClient.unusedCode();
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/policies/" + version,
            "{\"effectiveFrom\":\"%s\",\"texts\":{\"ru\":\"Политика\"}%s}".formatted(from, more)));
    return version;
  }

  private int press(String token) {
    return postForm("/confirm", "token=" + token).statusCode();
  }

  @Test
  void an_invitation_is_not_accepted_after_its_time_and_leaves_nothing_behind() {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    Answer invited = invited(subject, published("2026-07-01T00:00:00Z", ""));
    Instant end = Instant.parse(invited.json().get("expiresAt").asString());
    eventually(() -> !SINK.receivedBy(address).isEmpty());
    String token = confirmationToken(SINK.receivedBy(address).getFirst());

    eventually(() -> Instant.now().isAfter(end.plusSeconds(1)));
    assertThat(press(token)).isEqualTo(404);
    eventually(() -> left(subject) == 0);
    assertThat(ledger.decide(subject, purpose, "USE").decision()).isEqualTo("DENY");
  }

  @Test
  void clause_12_2_an_invitation_under_a_policy_that_was_materially_changed_is_not_accepted() {
    String address = someAddress();
    String subject = ledger.register(purpose, address);
    String policy = published("2026-05-01T00:00:00Z", "");
    invited(subject, policy);
    eventually(() -> !SINK.receivedBy(address).isEmpty());
    String token = confirmationToken(SINK.receivedBy(address).getFirst());
    published(
        "2026-06-01T00:00:00Z", ",\"material\":true,\"reconsentBy\":\"2099-01-01T00:00:00Z\"");
    assertThat(press(token)).isEqualTo(404);
  }

  private long left(String subject) {
    return database
        .sql("select count(*) from consent_invitation where subject_id = :s::uuid")
        .param("s", subject)
        .query(Long.class)
        .single();
  }
}
