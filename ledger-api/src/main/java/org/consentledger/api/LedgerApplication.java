package org.consentledger.api;

import org.consentledger.api.cli.CommandLineProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ledger, or runs the command that is named. */
@SpringBootApplication
public class LedgerApplication {
  public static void main(String[] arguments) {
    if (CommandLineProgram.takes(arguments)) {
      System.exit(CommandLineProgram.run(arguments));
    }
    SpringApplication.run(LedgerApplication.class, arguments);
  }
}
