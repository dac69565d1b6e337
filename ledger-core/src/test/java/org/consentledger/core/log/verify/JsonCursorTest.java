package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-1.5e+10",
        "true",
        "null",
        " { \"a\" : [ 1 , { } , [ ] , \"x\" ] ,\n\"b\":\t{\"c\":false}\r} ",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\""
      })
  void json_is_passed_over(String json) {
    JsonCursor cursor = cursor(json);
    AnyValue.skip(cursor);
    cursor.endDocument();
    assertThatThrownBy(() -> AnyValue.skip(cursor)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "[",
        "\"",
        "\"\n\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\uD83D\"",
        "\"\\uD83Dx\"",
        "\"\\uDE00\"",
        "\"\\uD83D\\n\"",
        "\"\\",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "nul",
        "True",
        "1 2",
        "{} {}"
      })
  void what_is_no_json_is_refused(String json) {
    JsonCursor cursor = cursor(json);
    assertThatThrownBy(
            () -> {
              AnyValue.skip(cursor);
              cursor.endDocument();
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("at byte ");
  }

  @Example
  void what_is_nested_too_deep_is_refused() {
    JsonCursor cursor = cursor("[".repeat(100_000));
    assertThatThrownBy(() -> AnyValue.skip(cursor)).hasMessageContaining("nested too deep");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "7,7", "999999999999999999,999999999999999999"})
  void a_whole_number_is_read(String json, long number) {
    assertThat(cursor(json).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "01", "x", "1000000000000000000", "99999999999999999999999"})
  void another_number_is_refused(String json) {
    JsonCursor cursor = cursor(json);
    assertThatThrownBy(cursor::number).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void both_ways_of_reading_a_string_give_what_was_written(@ForAll String text) {
    String written = valid(text);
    String json = quoted(written);
    GrowingBytes target = new GrowingBytes();
    cursor(json + "     ").longString(target);

    assertThat(cursor(json).string()).isEqualTo(written);
    assertThat(target).hasToString(written);
  }

  @Property(tries = 500)
  void escapes_mean_what_they_are_for(@ForAll String text) {
    String written = valid(text);
    StringBuilder json = new StringBuilder("\"");
    written.chars().forEach(it -> json.append("\\u%04x".formatted(it)));
    assertThat(cursor(json + "\"").string()).isEqualTo(written);
  }

  @Property(tries = 2000)
  void whatever_comes_is_read_or_refused(@ForAll byte[] bytes) {
    JsonCursor cursor = new JsonCursor(bytes, 0, bytes.length);
    try {
      AnyValue.skip(cursor);
      cursor.endDocument();
    } catch (IllegalArgumentException malformed) {
      assertThat(malformed).hasMessageStartingWith("at byte ");
    }
  }

  /** Half a surrogate pair has no UTF-8. */
  private static String valid(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            it -> {
              if (it < ' ') {
                json.append("\\u%04x".formatted(it));
              } else {
                json.append(it == '"' || it == '\\' ? "\\" : "").append((char) it);
              }
            });
    return json.append('"').toString();
  }

  private static JsonCursor cursor(String json) {
    byte[] bytes = ("xx" + json + "yy").getBytes(StandardCharsets.UTF_8);
    return new JsonCursor(bytes, 2, bytes.length - 2);
  }
}
