package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A mailbox is spoken to over TLS, with a server that proves that it is the one that is named. */
@TestPropertySource(
    properties = {
      "management.endpoint.health.show-details=always",
      "ledger.mail.in.trusted.host=localhost",
      "ledger.mail.in.trusted.ssl-bundle=mail",
      "ledger.mail.in.trusted.user=privacy@operator.example.kz",
      "ledger.mail.in.trusted.password=secret",
      "ledger.mail.in.unknown.host=localhost",
      "ledger.mail.in.unknown.user=privacy@operator.example.kz",
      "ledger.mail.in.unknown.password=secret",
      "ledger.mail.in.other.host=127.0.0.1",
      "ledger.mail.in.other.ssl-bundle=mail",
      "ledger.mail.in.other.user=privacy@operator.example.kz",
      "ledger.mail.in.other.password=secret"
    })
class TlsMailboxTest extends MailStory {

  private static final TlsFront FRONT = TlsFront.before(MAIL.getImap().getPort(), "localhost");

  @DynamicPropertySource
  static void front(DynamicPropertyRegistry properties) {
    for (String name : new String[] {"trusted", "unknown", "other"}) {
      properties.add("ledger.mail.in." + name + ".port", FRONT::port);
    }
    properties.add("spring.ssl.bundle.pem.mail.truststore.certificate", FRONT::certificate);
  }

  private String failure(String name) {
    job("mail-in/" + name).run();
    return read(send(request("/actuator/health")))
        .at("/components/mailboxes/details/" + name + "/failure")
        .asString("none");
  }

  @Test
  void letters_are_read_from_a_server_that_is_trusted() {
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "a question", "text"));
    assertThat(failure("trusted")).isEqualTo("none");
    assertThat(requests(subject)).hasSize(1);
  }

  @Test
  void a_server_that_nobody_vouches_for_is_told_no_password() {
    assertThat(failure("unknown")).isEqualTo("UNREACHABLE");
  }

  @Test
  void a_server_of_another_name_is_told_no_password() {
    assertThat(failure("other")).isEqualTo("UNREACHABLE");
  }
}
