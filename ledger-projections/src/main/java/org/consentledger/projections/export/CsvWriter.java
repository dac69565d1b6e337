package org.consentledger.projections.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.consentledger.core.log.entry.EntryTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as RFC 4180 has it, in UTF-8 with a byte order mark, by which spreadsheets know it.
 */
final class CsvWriter {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final EventColumns columns = new EventColumns();

  void write(ExportedEvents events, Exporter.Counting counting, OutputStream out)
      throws IOException {
    Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.write(BYTE_ORDER_MARK);
    row(csv, EventColumns.NAMES);
    events.forEachBatch(
        batch -> batch,
        batch -> {
          for (ExportedEvent event : batch) {
            row(csv, values(event));
          }
          counting.more(batch.size());
        });
    csv.flush();
  }

  private List<@Nullable String> values(ExportedEvent event) throws IOException {
    return Arrays.asList(
        Long.toString(event.position()),
        EntryTime.format(event.recordedAt()),
        event.name(),
        event.subjectId(),
        event.purposeId(),
        event.actor(),
        String.valueOf(columns.effectiveAt(event)).replace("null", ""),
        event.eventId().toString(),
        event.aggregateId(),
        Long.toString(event.sequence()),
        event.payload());
  }

  private static void row(Writer csv, List<? extends @Nullable String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        csv.write(',');
      }
      String value = values.get(i);
      csv.write(value == null ? "" : field(value));
    }
    csv.write("\r\n");
  }

  private static String field(String value) {
    String harmless = isFormula(value) ? "'" + value : value;
    return harmless.chars().anyMatch(it -> it == '"' || it == ',' || it == '\n' || it == '\r')
        ? "\"" + harmless.replace("\"", "\"\"") + "\""
        : harmless;
  }

  /** A spreadsheet computes what begins so; a client's name must not run there. */
  private static boolean isFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
  }
}
