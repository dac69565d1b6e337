package org.consentledger.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** Starts the ledger on an empty folder, fills it, measures row after row, and reports. */
final class Bench {

  private static final List<Row> ROWS =
      List.of(
          new GiveConsent(),
          new DecideOne(),
          new DecideBatch(),
          new ImportConsents(),
          new ListAudience(),
          new ExportArchive(),
          new VerifyArchive(),
          new RebuildProjections(),
          new Sealing(),
          new LongHistory(),
          new DiskSpace());

  /** Fewer people than this would wait for one another, and not for the ledger. */
  private static final int FIRST_SIZE = 1000;

  private final BenchSettings settings;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();

  private Bench(BenchSettings settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) throws Exception {
    new Bench(BenchSettings.read()).run();
  }

  private void run() throws Exception {
    long begun = System.nanoTime();
    Files.createDirectories(settings.folder());
    FileSystemUtils.deleteRecursively(BenchedLedger.data(settings));
    Files.deleteIfExists(LiveMemory.log(settings));
    Map<String, String> machine;
    try (BenchedLedger ledger = BenchedLedger.start(settings)) {
      BenchedDatabase database = BenchedDatabase.of(BenchedLedger.data(settings));
      Load load = WrkLoad.orOwn(settings.folder());
      machine = Machine.describe(settings, database, load);
      machine.forEach((name, value) -> tell(name + ": " + value));
      measure(new Scene(settings, ledger, database, Population.begin(ledger.client()), load));
    }
    if (settings.asksFor("P13")) {
      found(StartAgain.measure(settings));
    }
    machine.put("took", "%.0f s in all".formatted(Scene.seconds(begun)));
    write(new Report(machine, findings, charts));
  }

  private void measure(Scene scene) throws Exception {
    Growth growth = new Growth();
    Memory memory = new Memory();
    for (int size : sizes()) {
      fill(scene, size);
      if (settings.asksFor("P10")) {
        growth.look(scene);
      }
      if (settings.asksFor("P12")) {
        memory.look(scene);
      }
    }
    for (Row row : ROWS) {
      if (settings.asksFor(row.name())) {
        found(measured(row, scene));
      }
    }
    growth.findings().forEach(this::found);
    memory.findings().forEach(this::found);
    charts.addAll(growth.charts());
    charts.addAll(memory.charts());
  }

  /** At which growth is looked at: a hundredth, a tenth, all. */
  private List<Integer> sizes() {
    int all = settings.subjects();
    return IntStream.of(all / 100, all / 10, all)
        .map(size -> Math.min(all, Math.max(size, FIRST_SIZE)))
        .distinct()
        .boxed()
        .toList();
  }

  private static void fill(Scene scene, int subjects) throws Exception {
    long begun = System.nanoTime();
    scene.population().growTo(subjects);
    scene.awaitProjections();
    scene.database().execute("analyze");
    tell(
        "%d subjects, %d events, filled in %.0f s"
            .formatted(
                subjects,
                scene.database().number("select max(position) from event"),
                Scene.seconds(begun)));
  }

  /** One row that cannot be measured leaves the others; it says why. */
  private static Finding measured(Row row, Scene scene) {
    try {
      return row.measure(scene);
    } catch (Exception | AssertionError failure) {
      return Finding.missing(row.name(), failure.toString());
    }
  }

  private void found(Finding finding) {
    findings.add(finding);
    tell(Report.line(finding));
  }

  private void write(Report report) throws IOException {
    Path folder = settings.folder();
    report.write(folder);
    FileSystemUtils.deleteRecursively(BenchedLedger.data(settings));
    tell("Written: " + folder.resolve("bench.md") + ", bench.json and charts.");
  }

  private static void tell(String line) {
    System.out.println(line);
  }
}
