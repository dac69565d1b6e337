package org.consentledger.api.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After signing in one goes on to a page of the console, and nowhere else. */
class DestinationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/console",
        "/\\evil.example",
        "/console//evil.example",
        "/console/../evil",
        "/console/..;/x",
        "/console@evil.example",
        "/consoles",
        "/console\r\nSet-Cookie: a=b",
        "/console?a=b\r\nc",
        "javascript:alert(1)",
        "/console/sign-out",
        "/api/v1/subjects",
        ""
      })
  void any_other_address_leads_to_the_first_page(String said) {
    assertThat(Destination.of(said)).isEqualTo(Destination.FIRST_PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console",
        "/console/users/new",
        "/console/events?type=consent.given&from=2026-01-01"
      })
  void a_page_of_the_console_is_gone_on_to(String said) {
    assertThat(Destination.of(said).path()).isEqualTo(said);
  }
}
