package org.consentledger.api.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The program in jars, as its users have it, and what the JVM learned when it started so: with that
 * it starts with half the work. Both are made once a build, by the first of the test JVMs that
 * needs them.
 */
final class PackedProgram {

  private static final Path FOLDER = Path.of("target", "packed-program").toAbsolutePath();
  private static final Path LEARNED = FOLDER.resolve("start.aot");
  private static final Path MADE_OF = FOLDER.resolve("made-of");
  private static final List<String> COMMAND = prepare();

  private PackedProgram() {}

  /** The JVM and its arguments, before the class that it runs. */
  static List<String> command() {
    return COMMAND;
  }

  private static List<String> prepare() {
    try {
      Files.createDirectories(FOLDER);
      try (FileChannel turn =
              FileChannel.open(
                  FOLDER.resolveSibling("packed-program.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var held = turn.lock()) {
        String madeOf = describe();
        if (!Files.exists(MADE_OF) || !Files.readString(MADE_OF).equals(madeOf)) {
          FileSystemUtils.deleteRecursively(FOLDER);
          Files.createDirectories(FOLDER);
          pack();
          learn();
          Files.writeString(MADE_OF, madeOf);
        }
      }
      return command("-XX:AOTCache=" + LEARNED, "-cp", classPath());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> sources() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  /** Another text whenever something was compiled anew. */
  private static String describe() throws IOException {
    StringBuilder text = new StringBuilder(System.getProperty("java.vm.version")).append('\n');
    for (Path source : sources()) {
      try (Stream<Path> files = Files.walk(source)) {
        long newest = files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        text.append(source).append(' ').append(newest).append('\n');
      }
    }
    return text.toString();
  }

  /** The JVM learns of no class that lies in a folder. */
  private static void pack() {
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    List<Path> sources = sources();
    for (int i = 0; i < sources.size(); i++) {
      if (Files.isDirectory(sources.get(i))) {
        int ended =
            jar.run(
                System.out,
                System.err,
                "--create",
                "--no-compress",
                "--file",
                packed(i).toString(),
                "-C",
                sources.get(i).toString(),
                ".");
        if (ended != 0) {
          throw new IllegalStateException(sources.get(i) + " was not packed.");
        }
      }
    }
  }

  private static String classPath() {
    List<Path> sources = sources();
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      entries.add((Files.isDirectory(sources.get(i)) ? packed(i) : sources.get(i)).toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path packed(int index) {
    return FOLDER.resolve(index + ".jar");
  }

  /** By a start on an empty folder, and what every test asks first. */
  private static void learn() throws IOException {
    Path data = Files.createTempDirectory("packed-program-");
    Path noted = FOLDER.resolve("start.noted");
    LedgerProcess.learn(
        data, command("-XX:AOTMode=record", "-XX:AOTConfiguration=" + noted, "-cp", classPath()));
    FileSystemUtils.deleteRecursively(data);
    Process keeping =
        new ProcessBuilder(
                command(
                    "-XX:AOTMode=create",
                    "-XX:AOTConfiguration=" + noted,
                    "-XX:AOTCache=" + LEARNED,
                    "-cp",
                    classPath()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keeping.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("What the JVM learned was not kept.");
    }
    Files.delete(noted);
  }

  /** The JVM reads what it learned only with the arguments with which it learned it. */
  private static List<String> command(String... more) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(more));
    return command;
  }
}
