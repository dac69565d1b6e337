package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LinesTest {

  @Property(tries = 200)
  void a_newline_is_found_where_it_is(@ForAll byte[] bytes, @ForAll @IntRange(max = 20) int from) {
    int start = Math.min(from, bytes.length);
    int expected = -1;
    for (int i = bytes.length - 1; i >= start; i--) {
      expected = bytes[i] == '\n' ? i : expected;
    }
    assertThat(NewlineSearch.find(bytes, start, bytes.length)).isEqualTo(expected);
  }

  @Example
  void lines_with_and_without_an_end_are_read() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n")).containsExactly("");
    assertThat(read("a")).containsExactly("a");
    assertThat(read("a\n\nb\n")).containsExactly("a", "", "b");
    assertThat(read("a\nb")).containsExactly("a", "b");
  }

  @Example
  void lines_of_all_lengths_are_read_over_the_edges_of_blocks() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add("x".repeat(random.nextInt(300_000)));
    }
    assertThat(read(String.join("\n", lines) + "\n")).isEqualTo(lines);
  }

  @Example
  void the_longest_line_is_read_and_a_longer_one_passed_over() throws IOException {
    byte[] longest = new byte[Lines.LONGEST_LINE + 3];
    Arrays.fill(longest, (byte) 'x');
    longest[Lines.LONGEST_LINE] = '\n';
    byte[] longer = new byte[Lines.LONGEST_LINE + 4];
    Arrays.fill(longer, (byte) 'x');
    longer[Lines.LONGEST_LINE + 1] = '\n';

    assertThat(lengths(longest)).containsExactly(Lines.LONGEST_LINE, 2);
    assertThat(lengths(longer)).containsExactly(2);
  }

  private static List<String> read(String text) throws IOException {
    List<String> read = new ArrayList<>();
    try (Lines lines = of(text.getBytes(StandardCharsets.UTF_8))) {
      for (; lines.hasLine(); lines.pass()) {
        read.add(
            new String(
                lines.block(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8));
        assertThat(lines.number()).isEqualTo(read.size());
      }
    }
    return read;
  }

  private static List<Integer> lengths(byte[] text) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    try (Lines lines = of(text)) {
      for (; lines.hasLine(); lines.pass()) {
        lengths.add(lines.to() - lines.from());
      }
      assertThat(lines.tooLong()).isEqualTo(2 - lengths.size());
    }
    return lengths;
  }

  private static Lines of(byte[] text) {
    return new Lines(new ByteArrayInputStream(text));
  }
}
