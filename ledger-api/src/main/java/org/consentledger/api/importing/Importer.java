package org.consentledger.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.consentledger.api.problem.BodyUnreadable;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.query.LimitedLines;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of an import and answers them, in constant memory. */
@Component
final class Importer {

  private static final int LINE_LIMIT = 1024 * 1024;

  private final LineReader reader;
  private final ImportMetrics metrics;
  private final JsonMapper json;

  Importer(LineReader reader, ImportMetrics metrics, JsonMapper json) {
    this.reader = reader;
    this.metrics = metrics;
    this.json = json;
  }

  /**
   * Carries out all lines. Whenever no more have arrived, everything that did is answered before
   * waiting for more, so that a sender may wait for answers. Where the lines break off or the
   * ledger fails, the last line says so.
   *
   * @param hasBegun whether the answer is on its way already
   * @param endpoint carries one command out
   * @throws IOException where the sender has gone; what was begun is carried to its end
   */
  void run(
      InputStream in,
      OutputStream out,
      BooleanSupplier hasBegun,
      Function<ImportLine, LineAnswer> endpoint)
      throws IOException {
    LimitedLines lines = new LimitedLines(in, LINE_LIMIT);
    try (ImportWindow window = new ImportWindow(reader, metrics, json, out, endpoint)) {
      boolean goesOn = true;
      try {
        for (LimitedLines.Line line = lines.next();
            line != null && goesOn;
            line = goesOn ? lines.next() : null) {
          goesOn = window.take(line) && (lines.hasArrived() || window.answerAll());
        }
        goesOn = goesOn && window.answerAll();
      } catch (BodyUnreadable unreadable) {
        window.answerAll();
        if (!hasBegun.getAsBoolean()) {
          throw unreadable;
        }
        write(brokenOff(), out);
      }
      if (!goesOn) {
        write(stopped(), out);
        lines.discard();
      }
    }
  }

  private void write(Problem problem, OutputStream out) throws IOException {
    out.write(json.writeValueAsBytes(problem));
    out.write('\n');
    out.flush();
  }

  private static Problem brokenOff() {
    return Problem.of(
        HttpStatus.BAD_REQUEST,
        "BODY_UNREADABLE",
        "The lines broke off here. What was answered is recorded. Send all of them again with the"
            + " same keys.");
  }

  private static Problem stopped() {
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "IMPORT_STOPPED",
        "The ledger failed, and goes on with no further line. What was answered is recorded. Send"
            + " all lines again with the same keys.");
  }
}
