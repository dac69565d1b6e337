package org.consentledger.api.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UglyLettersTest {

  private static final List<String> FILES =
      List.of("gmail-web-withdrawal-ru", "yandex-rectification-ru", "bounce-postfix");

  /** Reads it and asks everything about it that is ever asked. */
  private static boolean isRead(byte[] bytes) {
    try {
      Letter letter = LetterReader.read(bytes);
      SenderProof.of(letter, Letters.TRUST);
      return Letters.kind(letter) != null;
    } catch (LetterUnreadable unreadable) {
      return unreadable.fault() == null;
    }
  }

  @Property(tries = 2000)
  void any_bytes_are_a_letter_or_are_said_to_be_none(@ForAll byte[] bytes) {
    isRead(bytes);
  }

  @Property(tries = 500)
  void any_bytes_below_a_header_are_a_letter(@ForAll byte[] body, @ForAll("types") String type) {
    byte[] header =
        ("From: ann@example.kz\r\nContent-Type: " + type + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, whole, header.length, body.length);
    assertThat(isRead(whole)).isTrue();
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "text/plain; charset=nothing",
        "text/html; charset=\"utf-8",
        "multipart/mixed; boundary=x",
        "multipart/mixed",
        "multipart/alternative; boundary=",
        "message/rfc822",
        "text",
        ";;",
        "application/octet-stream; name*=utf-8''%zz");
  }

  @Example
  void a_letter_that_breaks_off_is_read_as_far_as_it_goes() throws LetterUnreadable {
    for (String file : FILES) {
      byte[] whole = Letters.bytes(file);
      int from = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
      for (int length = 0; length < whole.length; length += 5) {
        boolean read = isRead(Arrays.copyOf(whole, length));
        assertThat(read || length < from).as("%s cut at %d", file, length).isTrue();
      }
    }
  }

  @Example
  void a_header_that_goes_on_from_nothing_is_no_letter() {
    for (String start : List.of("\t", " ", "\t: x\r\n")) {
      assertThat(isRead(start.getBytes(StandardCharsets.US_ASCII))).as(start).isFalse();
    }
  }

  @Example
  void parts_beyond_counting_are_refused() {
    StringBuilder deep = new StringBuilder("From: ann@example.kz\r\n");
    for (int i = 0; i < 200; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b");
      deep.append(i).append("\r\n");
    }
    assertThatThrownBy(() -> LetterReader.read(deep.toString().getBytes(StandardCharsets.UTF_8)))
        .hasMessage("TOO_MANY_PARTS");
    String many =
        "From: ann@example.kz\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\n\r\nx\r\n".repeat(2000)
            + "--b--";
    assertThatThrownBy(() -> LetterReader.read(many.getBytes(StandardCharsets.UTF_8)))
        .hasMessage("TOO_MANY_PARTS");
  }

  @Example
  void a_letter_from_nobody_is_refused_and_told_apart_from_nothing() {
    assertThatThrownBy(() -> LetterReader.read(new byte[0])).hasMessage("EMPTY");
    assertThatThrownBy(() -> Letters.of("Subject: x", "", "x")).hasMessage("NO_SENDER");
    assertThatThrownBy(() -> Letters.of("From: ;;;<<", "", "x")).hasMessage("NO_SENDER");
  }

  @Example
  void a_letter_of_two_bytes_may_be_cut_between_encoded_words() {
    byte[] subject = "Отзыв".getBytes(StandardCharsets.UTF_8);
    Base64.Encoder base64 = Base64.getEncoder();
    String first = base64.encodeToString(Arrays.copyOf(subject, 5));
    String second = base64.encodeToString(Arrays.copyOfRange(subject, 5, subject.length));
    assertThat(EncodedWords.decode("=?utf-8?B?" + first + "?= =?UTF-8?B?" + second + "?= !"))
        .isEqualTo("Отзыв !");
  }

  @Example
  void header_text_is_one_line_whatever_is_encoded_in_it() {
    assertThat(EncodedWords.decode("=?utf-8?Q?a=0D=0ABcc:_b?= =?koi8r?Q?=C1?= =?win-1251?Q?=E0?="))
        .isEqualTo("a Bcc: bаа");
    assertThat(EncodedWords.decode("=?no-such?B?0J7Qug==?= =?utf-8?B?***?= =?x"))
        .isEqualTo("Ок =?x");
  }

  @Example
  void long_lines_of_anything_take_no_long_time() throws LetterUnreadable {
    String line = "келісім отзыв 12:30 2026 a@b ".repeat(30_000);
    assertThat(Letters.kind(Letters.text(line))).isNotNull();
    assertThat(Letters.kind(Letters.text("> > > ----- ".repeat(60_000)))).isNotNull();
    assertThat(Letters.kind(Letters.text("On 2026 a@b \r\n".repeat(30_000)))).isNotNull();
    assertThat(Letters.kind(Letters.subject("Re:".repeat(100_000) + "x"))).isNotNull();
  }
}
