package org.consentledger.api.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a password must be. */
class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "elevenchars        | password.length",
        "''                 | password.length",
        "Password1234!      | password.common",
        "Құпиясөз2026!!     | password.common",
        "йцукенгшщзхъ       | password.common",
        "aaaaaaaaaaaaaaaa   | password.common",
        "123456789:;<       | password.common",
        "i am a.smith today | password.name",
        "I AM A.SMITH today | password.name",
        "Ауыл іргесіндегі өзен | none",
        "four grey horses   | none",
      })
  void a_password_is_long_uncommon_and_not_the_name(String password, String objection) {
    assertThat(passwords.objection(password, "A.Smith").orElse(null)).isEqualTo(objection);
  }

  @Test
  void a_huge_password_is_refused_before_it_is_hashed() {
    assertThat(passwords.objection("ә".repeat(201), "x")).contains("password.length");
    assertThat(passwords.matches("ә".repeat(1_000_000), passwords.hash("anything"))).isFalse();
  }

  @Test
  void the_same_letter_is_the_same_however_the_keyboard_writes_it() {
    String hash = passwords.hash("й".repeat(3));
    assertThat(passwords.matches("\u0438\u0306".repeat(3), hash)).isTrue();
    assertThat(passwords.matches("й".repeat(3), null)).isFalse();
  }
}
