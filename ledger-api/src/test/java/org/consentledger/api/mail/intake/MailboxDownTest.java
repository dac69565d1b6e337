package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consentledger.api.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A mailbox that cannot be looked into is tried again, and is seen to be down. */
@ExtendWith(OutputCaptureExtension.class)
@Import(MovableClock.Time.class)
@TestPropertySource(
    properties = {
      "management.endpoint.health.show-details=always",
      "ledger.mail.in.wrong.host=127.0.0.1",
      "ledger.mail.in.wrong.down-after=P1D",
      "ledger.mail.in.wrong.port=${ledger.mail.in.privacy.port}",
      "ledger.mail.in.wrong.tls=NONE",
      "ledger.mail.in.wrong.user=privacy@operator.example.kz",
      "ledger.mail.in.wrong.password=not the secret",
      "ledger.mail.in.plain.host=127.0.0.1",
      "ledger.mail.in.plain.down-after=P1D",
      "ledger.mail.in.plain.port=${ledger.mail.in.privacy.port}",
      "ledger.mail.in.plain.user=privacy@operator.example.kz",
      "ledger.mail.in.plain.password=secret",
      "ledger.mail.in.plain.timeout=2s",
      "ledger.mail.in.upgraded.host=127.0.0.1",
      "ledger.mail.in.upgraded.down-after=P1D",
      "ledger.mail.in.upgraded.port=${ledger.mail.in.privacy.port}",
      "ledger.mail.in.upgraded.tls=STARTTLS",
      "ledger.mail.in.upgraded.user=privacy@operator.example.kz",
      "ledger.mail.in.upgraded.password=secret"
    })
class MailboxDownTest extends MailStory {

  @Autowired private MovableClock clock;

  private JsonNode health() {
    return read(send(request("/actuator/health"))).at("/components/mailboxes");
  }

  @Test
  void a_mailbox_that_was_down_is_looked_into_when_it_is_back(CapturedOutput output) {
    look();
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "a question", "text"));

    READING.breakAt(1, false);
    look();
    assertThat(requests(subject)).isEmpty();
    assertThat(health().at("/details/privacy/failure").asString()).isEqualTo("UNREACHABLE");
    assertThat(health().get("status").asString()).isEqualTo("UP");
    clock.move(Duration.ofMinutes(6));
    assertThat(health().get("status").asString()).isEqualTo("DOWN");
    assertThat(ledger.get("/actuator/prometheus").text())
        .containsPattern("ledger_mail_look_age_seconds\\{mailbox=\"privacy\"\\} 3\\d\\d");
    assertThat(output.getAll()).contains("The mailbox privacy could not be looked into");

    look();
    assertThat(requests(subject)).hasSize(1);
    assertThat(health().get("status").asString()).isEqualTo("UP");
    assertThat(ledger.get("/actuator/prometheus").text())
        .contains("ledger_mail_letters_total{mailbox=\"privacy\",outcome=\"REQUEST\"} 1.0");
  }

  @Test
  void a_wrong_password_is_told_from_a_server_that_is_away(CapturedOutput output) {
    job("mail-in/wrong").run();
    assertThat(health().at("/details/wrong/failure").asString()).isEqualTo("NOT_LET_IN");
    assertThat(output.getAll()).doesNotContain("not the secret");
  }

  @Test
  void without_protection_no_password_is_sent_unless_that_is_wanted() {
    for (String name : new String[] {"plain", "upgraded"}) {
      job("mail-in/" + name).run();
      assertThat(health().at("/details/" + name + "/failure").asString()).isEqualTo("UNREACHABLE");
    }
  }
}
