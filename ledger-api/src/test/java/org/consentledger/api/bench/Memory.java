package org.consentledger.api.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * P12: what memory is held on to while imports, exports and audiences go on, and while an archive
 * is verified, when the ledger is small and when it is large.
 */
final class Memory {

  private final List<Long> sizes = new ArrayList<>();
  private final Map<String, List<Double>> left = new LinkedHashMap<>();

  /** Measures at the size that there is now. */
  void look(Scene scene) throws Exception {
    sizes.add(scene.database().number("select max(position) from event"));
    int people = ImportConsents.people(scene.settings());
    served(scene, "import", () -> ImportConsents.eventsPerSecond(scene, people));
    served(scene, "export", () -> ExportArchive.write(scene));
    served(scene, "audience", () -> ListAudience.members(scene));
    Path archive = ExportArchive.fetch(scene);
    verified(scene.settings(), archive);
    Files.delete(archive);
  }

  private void served(Scene scene, String name, Callable<?> work) throws Exception {
    put(
        name,
        LiveMemory.during(scene.ledger().processId(), LiveMemory.log(scene.settings()), work));
  }

  private void verified(BenchSettings settings, Path archive) throws Exception {
    Path log = settings.folder().resolve("verify-collector.log");
    Files.deleteIfExists(log);
    Process process =
        new ProcessBuilder(
                VerifyArchive.verify(
                    settings, archive, List.of("-Xlog:gc:file=" + log + ":uptime")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    put("verify", LiveMemory.during(process.pid(), log, process::waitFor));
    if (process.exitValue() != 0) {
      throw new IllegalStateException("The archive is not sound.");
    }
  }

  List<Finding> findings() {
    if (this.sizes.isEmpty()) {
      return List.of();
    }
    String sizes =
        " at %d events, against %d".formatted(this.sizes.getLast(), this.sizes.getFirst());
    return left.entrySet().stream()
        .map(
            each ->
                new Finding(
                    "P12",
                    each.getKey() + ": memory held at most" + sizes,
                    "the first size",
                    "MB",
                    List.of(each.getValue().getLast()),
                    List.of(each.getValue().getFirst()),
                    1.1,
                    true,
                    null))
        .toList();
  }

  List<Chart> charts() {
    return left.entrySet().stream()
        .map(
            each ->
                new Chart(
                    "memory-" + each.getKey() + ".svg",
                    "Memory in use: " + each.getKey(),
                    "MB held at most",
                    sizes,
                    each.getValue()))
        .toList();
  }

  private void put(String name, double megabytes) {
    left.computeIfAbsent(name, first -> new ArrayList<>()).add(megabytes);
  }
}
