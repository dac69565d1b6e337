package org.consentledger.api.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A command that is ready to be carried out.
 *
 * @param command one of the command records of the core
 * @param writes what the vault keeps with it
 * @param members what the answer says besides the events, such as {@code subjectId}; told what was
 *     appended
 * @param status the answer's status where something changed
 */
public record Prepared(
    Object command,
    List<Write> writes,
    Function<Appended, Map<String, ? extends @Nullable Object>> members,
    HttpStatus status) {

  /** Answered with 201. */
  public Prepared(Object command, List<Write> writes, Map<String, @Nullable Object> members) {
    this(command, writes, members, HttpStatus.CREATED);
  }

  /** Answered with these members, whatever was appended. */
  public Prepared(
      Object command,
      List<Write> writes,
      Map<String, ? extends @Nullable Object> members,
      HttpStatus status) {
    this(command, writes, appended -> members, status);
  }
}
