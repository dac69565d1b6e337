package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher prepares a faster start once, and starts the program whether it could or not. */
class LauncherTest {

  private static final Path LAUNCHER = Path.of("bin", "ledger").toAbsolutePath();
  private static final String SETTING = "LEDGER_SETTING_OF_THE_OPERATOR";

  @TempDir Path folder;

  private Path jar;
  private Path unpacked;

  /** As much of the program as the launcher knows: it unpacks itself, says that it serves, ends. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      if ("tools".equals(System.getProperty("jarmode"))) {
        Path jar = Path.of(System.getProperty("java.class.path"));
        Files.copy(jar, Path.of(arguments[2]).resolve(jar.getFileName()));
      } else if (Arrays.stream(arguments).anyMatch(it -> it.startsWith("--ledger.data"))) {
        Path learned = Path.of(System.getProperty("java.class.path")).resolveSibling("learned-by");
        Files.writeString(learned, "setting " + System.getenv(SETTING));
        System.out.println("serves at http://localhost:0");
        Thread.currentThread().join();
      } else {
        System.out.println("runs from " + System.getProperty("java.class.path"));
        System.out.println("with " + String.join(" ", arguments));
      }
    }
  }

  @BeforeEach
  void pack() throws IOException {
    jar = folder.toRealPath().resolve("ledger.jar");
    unpacked = jar.resolveSibling("ledger-unpacked");
    pack(Program.class);
  }

  @Test
  void the_first_start_prepares_and_later_ones_use_it() throws Exception {
    assertThat(launch("--server.port=0"))
        .contains("prepares a faster start in " + unpacked)
        .contains("runs from " + unpacked.resolve("ledger.jar"), "with --server.port=0");
    assertThat(unpacked.resolve("start.aot")).isNotEmptyFile();
    assertThat(launch("verify", "archive.zip"))
        .doesNotContain("prepares")
        .contains("runs from " + unpacked.resolve("ledger.jar"), "with verify archive.zip");
  }

  @Test
  void another_program_is_prepared_anew() throws Exception {
    launch();
    pack(Program.class, LauncherTest.class);

    assertThat(launch("help")).contains("runs from " + jar);
    assertThat(launch()).contains("prepares").contains("runs from " + unpacked);
  }

  @Test
  void the_operators_settings_do_not_come_in_while_it_prepares() throws Exception {
    launch();

    assertThat(unpacked.resolve("learned-by")).hasContent("setting null");
  }

  @Test
  void where_it_cannot_prepare_it_says_so_and_starts() throws Exception {
    Files.writeString(unpacked, "in the way");

    assertThat(launch()).contains("could not; starts from " + jar).contains("runs from " + jar);
  }

  @Test
  void a_command_prepares_nothing() throws Exception {
    assertThat(launch("verify", "archive.zip"))
        .isEqualTo("runs from " + jar + "\nwith verify archive.zip\n");
    assertThat(unpacked).doesNotExist();
  }

  private void pack(Class<?>... classes) throws IOException {
    Path root =
        Path.of(LauncherTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    List<String> arguments =
        new ArrayList<>(
            List.of("--create", "--file", jar.toString(), "--main-class", Program.class.getName()));
    for (Class<?> each : classes) {
      arguments.addAll(List.of("-C", root.toString(), each.getName().replace('.', '/') + ".class"));
    }
    int ended =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, arguments.toArray(String[]::new));
    assertThat(ended).isZero();
  }

  private String launch(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
    launcher.environment().put("LEDGER_JAR", jar.toString());
    launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
    launcher.environment().put(SETTING, "a secret");
    Process process = launcher.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
