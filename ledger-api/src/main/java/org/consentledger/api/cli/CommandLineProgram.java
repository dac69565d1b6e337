package org.consentledger.api.cli;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that the one jar takes beside serving. */
@Command(
    name = "ledger",
    description = "The consent ledger. Without a command, it serves.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:what was asked for is done, or what was verified is sound",
      "1:what was verified is not sound, or could not be done",
      "2:the command was not understood"
    },
    subcommands = {
      VerifyCommand.class,
      ExportCommand.class,
      CheckpointCommand.class,
      ReimportCommand.class,
      CommandLine.HelpCommand.class
    })
public final class CommandLineProgram {

  private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

  CommandLineProgram() {}

  /** Whether these arguments are a command, and not settings of the serving program. */
  public static boolean takes(String[] arguments) {
    return arguments.length > 0
        && (OPTIONS.contains(arguments[0]) || !arguments[0].startsWith("-"));
  }

  /** Runs a command; answers its exit code. */
  public static int run(String... arguments) {
    CommandLine program = new CommandLine(new CommandLineProgram());
    program.setExecutionExceptionHandler(
        (failure, line, result) -> {
          line.getErr().println("ledger: " + failure.getMessage());
          return line.getCommandSpec().exitCodeOnExecutionException();
        });
    return program.execute(arguments);
  }
}
