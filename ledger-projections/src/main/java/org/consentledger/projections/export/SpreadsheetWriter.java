package org.consentledger.projections.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a spreadsheet, a row an event, with times of Kazakhstan; as many sheets as it takes. */
final class SpreadsheetWriter {

  private static final ZoneId KAZAKHSTAN = ZoneId.of("Asia/Almaty");
  private static final int MOST_ROWS = 1_048_576;
  private static final int LONGEST_CELL = 32_767;
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";

  private final EventColumns columns = new EventColumns();

  /** The sheet that is being filled. */
  private static final class Sheet {
    private final Worksheet sheet;
    private final AtomicInteger row = new AtomicInteger(1);

    Sheet(Workbook workbook, int number) {
      sheet = workbook.newWorksheet("Events " + number);
      for (int column = 0; column < EventColumns.NAMES.size(); column++) {
        sheet.value(0, column, EventColumns.NAMES.get(column));
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
    }

    void finish() throws IOException {
      sheet.setAutoFilter(0, 0, Math.max(1, row.get() - 1), EventColumns.NAMES.size() - 1);
      sheet.finish();
    }
  }

  void write(ExportedEvents events, Exporter.Counting counting, OutputStream out)
      throws IOException {
    Workbook workbook = new Workbook(out, "Consent ledger", "1.0");
    Sheet[] current = {new Sheet(workbook, 1)};
    int[] number = {1};
    events.forEachBatch(
        batch -> batch,
        batch -> {
          for (ExportedEvent event : batch) {
            if (current[0].row.get() == MOST_ROWS) {
              current[0].finish();
              number[0]++;
              current[0] = new Sheet(workbook, number[0]);
            }
            write(current[0], event);
          }
          current[0].sheet.flush(); // rows that are written need no memory any more
          counting.more(batch.size());
        });
    current[0].finish();
    workbook.finish();
  }

  private void write(Sheet target, ExportedEvent event) throws IOException {
    Worksheet sheet = target.sheet;
    int row = target.row.getAndIncrement();
    sheet.value(row, 0, event.position());
    time(sheet, row, 1, event.recordedAt());
    text(sheet, row, 2, event.name());
    text(sheet, row, 3, event.subjectId());
    text(sheet, row, 4, event.purposeId());
    text(sheet, row, 5, event.actor());
    time(sheet, row, 6, columns.effectiveAt(event));
    text(sheet, row, 7, event.eventId().toString());
    text(sheet, row, 8, event.aggregateId());
    sheet.value(row, 9, event.sequence());
    text(sheet, row, 10, event.payload());
  }

  /** A text cell is never computed, whatever it begins with. */
  private static void text(Worksheet sheet, int row, int column, @Nullable String value) {
    if (value != null) {
      sheet.inlineString(
          row, column, value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) : value);
    }
  }

  private static void time(Worksheet sheet, int row, int column, @Nullable Instant value) {
    if (value != null) {
      sheet.value(row, column, LocalDateTime.ofInstant(value, KAZAKHSTAN));
      sheet.style(row, column).format(TIME).set();
    }
  }
}
