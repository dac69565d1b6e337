package org.consentledger.core.eventstore;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;

/**
 * The registers that a command decides by: those that were seen in the same look as its data
 * subject, or a look of their own where it has loaded none.
 */
final class RegistersSeen implements RegisterReader {

  private static final String SEEN = "registers";

  private final RegisterReader registers;

  RegistersSeen(RegisterReader registers) {
    this.registers = registers;
  }

  /** Remembers them for the command that is being carried out. */
  static void remember(Registers seen) {
    CurrentUnitOfWork.ifStarted(work -> work.root().resources().put(SEEN, seen));
  }

  @Override
  public Registers current() {
    return CurrentUnitOfWork.map(work -> work.root().<Registers>getResource(SEEN))
        .orElseGet(registers::current);
  }
}
