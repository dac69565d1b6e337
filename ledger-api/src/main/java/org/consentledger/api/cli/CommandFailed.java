package org.consentledger.api.cli;

import java.io.Serial;

/** A command could not be done. The message is a sentence for the person who typed it. */
final class CommandFailed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  CommandFailed(String message) {
    super(message, null, false, false);
  }
}
