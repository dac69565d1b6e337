package org.consentledger.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** P7: `ledger verify`, against sha256sum of the same archive, unpacked. */
final class VerifyArchive implements Row {

  @Override
  public String name() {
    return "P7";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    Path archive = ExportArchive.fetch(scene);
    Path unpacked = scene.settings().folder().resolve("archive.unpacked");
    long bytes = unpack(archive, unpacked);
    Finding finding =
        Comparison.of(
                scene.settings().rounds(),
                round -> {
                  long begun = System.nanoTime();
                  run(verify(scene.settings(), archive, List.of()));
                  return bytes / 1e6 / Scene.seconds(begun);
                },
                round -> {
                  long begun = System.nanoTime();
                  run(List.of("sha256sum", unpacked.toString()));
                  return bytes / 1e6 / Scene.seconds(begun);
                })
            .rate(
                name(),
                "`ledger verify` of %d MB unpacked, as a process".formatted(bytes / 1_000_000),
                "sha256sum of the same bytes",
                "MB/s",
                0.5)
            .noting("the start of Java is counted, which a small archive does not make up for");
    Files.delete(unpacked);
    Files.delete(archive);
    return finding;
  }

  static List<String> verify(BenchSettings settings, Path archive, List<String> more) {
    return java.util.stream.Stream.of(
            List.of(BenchedLedger.java(), "-Xmx" + settings.heap()),
            more,
            List.of("-jar", settings.jar().toString(), "verify", "--json", archive.toString()))
        .flatMap(List::stream)
        .toList();
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + output);
    }
  }

  /** All entries after one another in one file. */
  private static long unpack(Path archive, Path to) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive));
        var out = Files.newOutputStream(to)) {
      long bytes = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        bytes += ((InputStream) zip).transferTo(out);
      }
      return bytes;
    }
  }
}
