package org.consentledger.api.importing;

import java.util.Set;
import org.consentledger.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A line after it was read. */
sealed interface ReadLine {

  /**
   * A command that may be imported.
   *
   * @param order what it shares with other lines that must not be carried out beside it: the
   *     subject, the key, an identifier of the person
   */
  record Command(ImportLine line, Set<String> order) implements ReadLine {}

  /**
   * A line that is no such command.
   *
   * @param idempotencyKey its key, where it could be read
   */
  record Wrong(@Nullable String idempotencyKey, Problem problem) implements ReadLine {}
}
