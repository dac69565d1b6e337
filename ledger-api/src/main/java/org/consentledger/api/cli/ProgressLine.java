package org.consentledger.api.cli;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is: a bar on a terminal, a line for each tenth elsewhere. */
final class ProgressLine implements AutoCloseable {

  private static final int TENTHS = 10;

  private final String task;
  private final PrintWriter lines;
  private final @Nullable ProgressBar bar;
  private int tenthsTold;

  private ProgressLine(String task, PrintWriter lines, @Nullable ProgressBar bar) {
    this.task = task;
    this.lines = lines;
    this.bar = bar;
  }

  /**
   * Begins to show progress.
   *
   * @param lines where plain lines go
   * @param unitName the name of a unit, such as MB
   * @param unitSize how many steps it has
   */
  static ProgressLine of(String task, PrintWriter lines, String unitName, long unitSize) {
    if (!isOnTerminal()) {
      return new ProgressLine(task, lines, null);
    }
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(unitName, unitSize)
            .showSpeed();
    return new ProgressLine(task, lines, bar.build());
  }

  /** Since JDK 25 there is no console again where input or output is no terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isOnTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  void advanced(long done, long total) {
    if (bar != null) {
      bar.maxHint(total).stepTo(done);
      return;
    }
    int tenths = total <= 0 ? 0 : (int) (Math.min(done, total) * TENTHS / total);
    if (tenths > tenthsTold) {
      tenthsTold = tenths;
      lines.println(task + ": " + tenths * TENTHS + " %");
      lines.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
