package org.consentledger.api.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail servers report about letters that did not arrive, each in its own way. */
class DeliveryReportTest {

  /** In the samples, where a letter of the ledger's has its own. */
  static final String TOKEN = "00112233445566778899aabbccddeeff0011223344556677";

  private static Optional<DeliveryReport> report(String text) throws LetterUnreadable {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return DeliveryReport.of(LetterReader.read(bytes), bytes);
  }

  private static String sample(String name) {
    return new String(Letters.bytes(name), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "bounce-postfix-hard,         true",
    "bounce-postfix-expired,      false",
    "bounce-exim-hard,            true",
    "bounce-exim-words,           true",
    "bounce-exchange-hard,        true",
    "bounce-gmail-hard,           true",
    "bounce-qmail-hard,           true",
  })
  void a_letter_that_came_back_is_known_by_its_token_and_whether_for_good(
      String name, boolean permanent) throws LetterUnreadable {
    assertThat(report(sample(name)))
        .hasValueSatisfying(
            it -> {
              assertThat(it.tokens()).containsExactly(TOKEN);
              assertThat(it.permanent()).isEqualTo(permanent);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bounce-postfix-delayed",
        "bounce-postfix-relayed",
        "bounce-exim-words-delayed",
        "bounce-qmail-queue-too-long",
        "report-of-abuse-arf",
        "read-receipt-thunderbird",
        "vacation-sieve",
        "automatic-reply-exchange",
        "own-acknowledgement-returned"
      })
  void what_may_still_arrive_or_is_about_something_else_is_no_report_of_failure(String name)
      throws LetterUnreadable {
    assertThat(report(sample(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bounce-postfix-hard",
        "bounce-postfix-expired",
        "bounce-postfix-delayed",
        "bounce-exim-hard",
        "bounce-exim-words",
        "bounce-exim-words-delayed",
        "bounce-exchange-hard",
        "bounce-gmail-hard",
        "bounce-qmail-hard",
        "bounce-qmail-queue-too-long",
        "report-of-abuse-arf"
      })
  void no_report_opens_a_request(String name) throws LetterUnreadable {
    assertThat(Letters.kind(Letters.read(name)))
        .isEqualTo(new LetterKind.Unasked(LetterKind.Cause.BOUNCE));
  }

  @Test
  void a_report_that_is_cut_off_anywhere_is_read_as_far_as_it_goes() throws LetterUnreadable {
    byte[] whole = Letters.bytes("bounce-postfix-hard");
    for (int length = 100; length < whole.length; length += 37) {
      byte[] some = Arrays.copyOf(whole, length);
      try {
        DeliveryReport.of(LetterReader.read(some), some)
            .ifPresent(it -> assertThat(it.tokens()).isSubsetOf(TOKEN));
      } catch (LetterUnreadable unreadable) {
        assertThat(length).as("up to the sender").isLessThan(500);
      }
    }
  }

  @Test
  void many_tokens_are_not_tried_all() throws LetterUnreadable {
    StringBuilder text = new StringBuilder(sample("bounce-postfix-hard"));
    for (int i = 0; i < 10_000; i++) {
      text.append("+%048x\r\n".formatted(i));
    }
    assertThat(report(text.toString()).orElseThrow().tokens()).hasSize(10);
  }

  @Test
  void what_is_longer_than_a_token_is_none() throws LetterUnreadable {
    assertThat(
            report(sample("bounce-gmail-hard").replace(TOKEN, TOKEN + "0")).orElseThrow().tokens())
        .isEmpty();
  }
}
