package org.consentledger.core.log.verify;

import static org.consentledger.core.log.verify.FindingAssert.assertFound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.log.verify.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with events that bring their proofs along. Line 3 is about leaf 9. */
class SelectionFindingsTest {

  private static final String FILE = "events.ndjson";
  private static final LogFixture LOG = LogFixture.ofSize(300);
  private static final ArchiveBuilder HONEST = ArchiveBuilder.selection(LOG);

  @TempDir Path folder;

  private final ArchiveBuilder archive = HONEST.copy();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"leaf\":9|\"leaf\":12|PROOF|leaf 12",
        "\"leaf\":9|\"leaf\":300|NOT_SEALED|line 3",
        "\"leaf\":9|\"leaf\":null|NOT_SEALED|line 3",
        "\"proof\":[|\"proof\":[\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\",|PROOF|leaf 9",
        "\"proof\":[\"|\"proof\":[\"A|LINE|line 3",
        "\"proof\":[|\"proofs\":[|LINE|line 3",
        "\"entry\":|\"entry\":null,\"e\":|LINE|line 3",
        "\\\"pos\\\":8|\\\"pos\\\":9|PROOF|leaf 9",
        "\\\"pos\\\":8|\\\"pos\\\":9|EVENT|leaf 9",
        "consent.given\\\"|consent.taken\\\"|PROOF|leaf 9",
        "nothing|something|PAYLOAD|leaf 9",
      })
  void a_changed_line_is_found(String before, String after, Code code, String place)
      throws Exception {
    changeLine(3, before, after);
    assertFound(archive.findings(folder)).contains(code, place);
  }

  @Test
  void a_genesis_is_no_event() throws Exception {
    String entry = LogFixture.quoted(new String(LOG.entries().getFirst()));
    changeLine(3, "\"entry\":", "\"entry\":" + entry + ",\"entry\":");
    archive.lines(
        FILE,
        lines ->
            replaced(lines, 3, lines.get(2).replaceAll(",\"entry\":\"\\{\\\\\"agg.*?\\}\"", "")));
    assertFound(archive.findings(folder)).contains(Code.EVENT_WITHOUT_LEAF, "leaf 9");
  }

  @Test
  void positions_and_sequences_rise() throws Exception {
    archive.lines(
        FILE,
        lines -> {
          List<String> changed = new ArrayList<>(lines);
          changed.add(3, lines.get(2));
          return changed;
        });
    assertFound(archive.findings(folder))
        .contains(Code.ORDER, "position 8 comes after position 8")
        .contains(Code.SEQUENCE, "position 8");
  }

  @Test
  void a_selection_has_no_tiles() throws Exception {
    archive.put("tile/0/000", new byte[8192]);
    assertFound(archive.findings(folder)).only(Code.FILE, "tile/0/000");
  }

  private void changeLine(int number, String before, String after) {
    archive.lines(
        FILE, lines -> replaced(lines, number, lines.get(number - 1).replace(before, after)));
  }

  private static List<String> replaced(List<String> lines, int number, String line) {
    if (lines.get(number - 1).equals(line)) {
      throw new IllegalArgumentException("Nothing changed in " + line);
    }
    List<String> changed = new ArrayList<>(lines);
    changed.set(number - 1, line);
    return changed;
  }
}
