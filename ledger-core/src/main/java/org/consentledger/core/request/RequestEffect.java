package org.consentledger.core.request;

import org.consentledger.core.subject.SubjectCommand;

/**
 * Something that is carried out with the answer to a request.
 *
 * @param command does it
 */
public record RequestEffect(EffectKind kind, SubjectCommand command) {

  /**
   * Takes a command of the kind.
   *
   * @throws IllegalArgumentException where it is of another
   */
  public RequestEffect {
    if (!kind.isDoneBy(command)) {
      throw new IllegalArgumentException("The command is none that is of kind " + kind + ".");
    }
  }
}
