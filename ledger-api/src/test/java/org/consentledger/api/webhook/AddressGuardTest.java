package org.consentledger.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.testing.WebhookReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes the ledger call what only it can reach. */
class AddressGuardTest {

  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final AddressGuard strict = new AddressGuard(false);
  private final AddressGuard lenient = new AddressGuard(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "192.0.0.8",
        "198.19.0.1",
        "0.1.2.3",
        "255.255.255.255",
        "::1",
        "fd12::1",
        "fec0::1",
        "::ffff:10.0.0.1"
      })
  void private_addresses_are_called_only_where_the_operator_allows_it(String address) {
    assertThat(strict.allows(InetAddress.ofLiteral(address))).isFalse();
    assertThat(lenient.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "fe80::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1",
        "::ffff:169.254.169.254",
        "::169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
        "2001::a9fe:a9fe"
      })
  void what_clouds_tell_their_machines_is_never_asked_for(String address) {
    assertThat(strict.allows(InetAddress.ofLiteral(address))).isFalse();
    assertThat(lenient.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1"})
  void public_addresses_are_called(String address) {
    assertThat(strict.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void a_name_is_judged_by_where_it_leads_when_it_is_called() throws UnknownHostException {
    assertThatThrownBy(() -> strict.resolve("localhost")).isInstanceOf(AddressRefused.class);
    assertThatThrownBy(() -> strict.resolve("2130706433")).isInstanceOf(UnknownHostException.class);
    assertThat(lenient.resolve("localhost")).isNotEmpty();
  }

  @Test
  void a_receiver_at_such_an_address_is_not_called() throws IOException {
    try (WebhookReceiver receiver = WebhookReceiver.start();
        WebhookClient client =
            new WebhookClient(strict, Duration.ofSeconds(5), Clock.systemUTC())) {
      Attempt attempt =
          client.send(URI.create(receiver.url()), new WebhookMessage("id", "{}"), List.of(SECRET));
      assertThat(attempt.outcome()).isEqualTo(Outcome.ADDRESS_REFUSED);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void a_receiver_that_does_not_speak_tls_is_told_nothing() throws IOException {
    try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        WebhookClient client =
            new WebhookClient(lenient, Duration.ofSeconds(5), Clock.systemUTC())) {
      Thread.ofVirtual().start(() -> speakPlainly(receiver));
      Attempt attempt =
          client.send(
              URI.create("https://localhost:" + receiver.getLocalPort() + "/"),
              new WebhookMessage("id", "{}"),
              List.of(SECRET));
      assertThat(attempt.outcome()).isEqualTo(Outcome.NOT_SECURE);
    }
  }

  private static void speakPlainly(ServerSocket receiver) {
    try (Socket connection = receiver.accept()) {
      connection.getInputStream().readNBytes(5);
      connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // as was to be expected
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://intranet.example/",
        "ftp://intranet.example/",
        "file:///etc/passwd",
        "intranet.example",
        "https://?x",
        "https:///x",
        "https://user:secret@intranet.example/",
        "https://intranet.example/#a",
        "https://intranet.example:99999/",
        "https://10.0.0.1/",
        "https://[fd12::1]/",
        "https://localhost/",
        "http://localhost:8080/",
        "http://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://exa mple/",
        "javascript:alert(1)",
        "http://localhost.example.kz/"
      })
  void what_may_not_be_called_is_refused_when_it_is_recorded(String address) {
    assertThatThrownBy(() -> WebhookAddress.parse(address, strict))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo("INVALID_INPUT");
              assertThat(refused.problem().errors().getFirst().pointer()).isEqualTo("/url");
              assertThat(refused.problem().toString()).doesNotContain(address);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://crm.example.kz/events?key=a%20b", "https://[2606:2800:220:1::1]:8443/"})
  void an_address_in_public_is_taken(String address) {
    assertThat(WebhookAddress.parse(address, strict)).hasToString(address);
  }

  @Test
  void plain_http_is_for_this_machine_alone_even_where_private_networks_are_allowed() {
    assertThat(WebhookAddress.parse("http://localhost:9000/x", lenient)).isNotNull();
    assertThatThrownBy(() -> WebhookAddress.parse("http://10.0.0.1/x", lenient))
        .isInstanceOf(ProblemException.class);
    assertThat(WebhookAddress.parse("https://10.0.0.1/x", lenient)).isNotNull();
  }
}
