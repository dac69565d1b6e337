package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.log.verify.FindingAssert.assertFound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.consentledger.core.log.verify.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with events. Line 100 is about position 100 and leaf 101. */
class EventFindingsTest {

  private static final String FILE = "events.ndjson";
  private static final LogFixture LOG = LogFixture.ofSize(700);
  private static final ArchiveBuilder HONEST = ArchiveBuilder.whole(LOG);
  private static final String PLACE =
      "leaf 101, position 100, event 01234567-89ab-cdef-0000-000000000064";

  @TempDir Path folder;

  private final ArchiveBuilder archive = HONEST.copy();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"position\":101|\"position\":701|EVENT|leaf 102",
        "\"sequence\":13|\"sequence\":14|EVENT|leaf 102",
        "\"aggregateType\":\"Subject\"|\"aggregateType\":\"Object\"|EVENT|leaf 102",
        "\"aggregateId\":\"subject|\"aggregateId\":\"object|EVENT|leaf 102",
        "consent.given|consent.taken|EVENT|leaf 102",
        "\"revision\":\"1\"|\"revision\":\"2\"|EVENT|leaf 102",
        "\"recordedAt\":\"2026|\"recordedAt\":\"2027|EVENT|leaf 102",
        "102001Z|102001z|EVENT|leaf 102",
        "89ab-cdef|89AB-CDEF|EVENT|leaf 102",
        "0-000000000065|1-000000000065|EVENT|leaf 102",
        "nothing|something|PAYLOAD|leaf 102",
        "\\\"a\\\"|\\\"b\\\"|METADATA|leaf 102",
        "\"salt\":\"|\"salt\":\"0|LINE|line 101",
        "\"leaf\":102|\"leaf\":null|NOT_SEALED|line 101",
        "\"leaf\":102|\"leaf\":-102|LINE|line 101",
        "\"leaf\":102|\"leaf\":4|ORDER|line 101",
        "\"leaf\":102,||NOT_SEALED|line 101",
        "\"sequence\":|\"sequenze\":|LINE|line 101",
        "\"payload\":|\"payload\":null,\"play\":|LINE|line 101",
        "\"revision\":\"1\"|\"revision\":\"1\",\"entry\":\"\"|LINE|line 101"
      })
  void a_changed_line_is_found(String before, String after, Code code, String place)
      throws Exception {
    changeLine(101, before, after == null ? "" : after);
    List<Finding> findings = archive.findings(folder);
    assertFound(findings).contains(code, place);
    assertThat(findings).allMatch(it -> !it.message().contains("something"));
  }

  @Test
  void another_salt_fits_neither_payload_nor_metadata() throws Exception {
    change(lines -> lines.set(100, lines.get(100).replaceAll("[0-9a-f]{64}", "0".repeat(64))));
    assertFound(archive.findings(folder))
        .contains(Code.PAYLOAD, "leaf 102")
        .contains(Code.METADATA, "leaf 102");
  }

  @Test
  void a_line_that_is_gone_is_found_at_its_leaf() throws Exception {
    change(lines -> lines.remove(99));
    assertFound(archive.findings(folder))
        .contains(Code.LEAF_WITHOUT_EVENT, PLACE)
        .contains(Code.ORDER, "position 101 comes after position 99")
        .contains(Code.SEQUENCE, "position 107")
        .contains(Code.REMOVAL, "position 90")
        .contains(Code.MANIFEST, "698 events, there are 697");
  }

  @Test
  void lines_that_are_cut_off_are_found() throws Exception {
    change(lines -> lines.subList(600, lines.size()).clear());
    assertFound(archive.findings(folder))
        .contains(Code.LEAF_WITHOUT_EVENT, "leaf 602, position 601")
        .contains(Code.LEAF_WITHOUT_EVENT, "leaf 699, position 698")
        .contains(Code.MANIFEST, "698 events, there are 600");
  }

  @Test
  void a_line_that_comes_twice_is_found() throws Exception {
    change(lines -> lines.add(100, lines.get(99)));
    assertFound(archive.findings(folder))
        .contains(Code.ORDER, "line 101: leaf 101 comes twice")
        .contains(Code.ORDER, "position 100 comes after position 100")
        .contains(Code.SEQUENCE, "position 100");
  }

  @Test
  void swapped_lines_are_found() throws Exception {
    change(lines -> lines.add(98, lines.remove(99)));
    assertFound(archive.findings(folder))
        .contains(Code.LEAF_WITHOUT_EVENT, "leaf 100")
        .contains(Code.ORDER, "line 100: leaf 100 comes twice or too late");
  }

  @Test
  void a_line_far_from_its_place_is_found() throws Exception {
    change(lines -> lines.add(650, lines.remove(99)));
    assertFound(archive.findings(folder))
        .contains(Code.LEAF_WITHOUT_EVENT, PLACE)
        .contains(Code.ORDER, "line 651: leaf 101 comes twice or too late");
  }

  @Test
  void events_that_are_not_sealed_are_found() throws Exception {
    change(lines -> lines.add(lines.getLast().replace("\"leaf\":699", "\"leaf\":700")));
    change(lines -> lines.add(lines.getLast().replace("\"leaf\":700", "\"leaf\":null")));
    assertFound(archive.findings(folder))
        .contains(Code.NOT_SEALED, "line 699")
        .contains(Code.NOT_SEALED, "line 700");
  }

  @Test
  void an_event_in_the_place_of_a_rotation_is_found() throws Exception {
    changeLine(3, "\"leaf\":3", "\"leaf\":4");
    assertFound(archive.findings(folder))
        .contains(Code.EVENT_WITHOUT_LEAF, "leaf 4 stands for no event")
        .contains(Code.LEAF_WITHOUT_EVENT, "leaf 3, position 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "null", "garbage", "{\"leaf\":102}", "[[[[[["})
  void what_is_no_line_is_found(String garbage) throws Exception {
    change(lines -> lines.add(99, garbage));
    assertFound(archive.findings(folder)).only(Code.LINE, "events.ndjson, line 100: ");
  }

  @Test
  void a_payload_that_nobody_removed_is_found() throws Exception {
    changeLine(90, "\"removedBy\":\"01234567", "\"removedBy\":\"01234568");
    assertFound(archive.findings(folder)).only(Code.REMOVAL, "position 90");
  }

  @Test
  void a_payload_withheld_is_found() throws Exception {
    change(
        lines ->
            lines.set(
                101,
                lines
                    .get(101)
                    .replaceAll(
                        "\"payload\":.*",
                        "\"payload\":null,\"metadata\":null,\"salt\":null,\"removedBy\":\"01234567-89ab-cdef-0000-000000000064\"}")));
    assertFound(archive.findings(folder)).only(Code.REMOVAL, "position 102");
  }

  @Test
  void a_removal_that_does_not_say_what_is_found() throws Exception {
    changeLine(100, "\\\"position\\\"", "\\\"posture\\\"");
    assertFound(archive.findings(folder))
        .contains(Code.PAYLOAD, PLACE)
        .contains(Code.REMOVAL, "position 100: it removed a payload and does not say which")
        .contains(Code.REMOVAL, "position 90");
  }

  @Test
  void what_a_line_says_never_enters_a_finding_unshortened() throws Exception {
    changeLine(101, "\"eventId\":\"", "\"eventId\":\"\\\\u001b[31m" + "x".repeat(10_000));
    assertThat(archive.findings(folder))
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(it.message())
                    .hasSizeLessThan(500)
                    .doesNotContain("xxxx")
                    .matches("\\P{Cntrl}*"));
  }

  private void changeLine(int number, String before, String after) {
    change(
        lines -> {
          String line = lines.get(number - 1);
          String changed = line.replace(before, after);
          assertThat(changed).isNotEqualTo(line);
          lines.set(number - 1, changed);
        });
  }

  private void change(Consumer<List<String>> change) {
    archive.lines(
        FILE,
        lines -> {
          List<String> changed = new ArrayList<>(lines);
          change.accept(changed);
          return changed;
        });
  }
}
