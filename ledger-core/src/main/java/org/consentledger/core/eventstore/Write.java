package org.consentledger.core.eventstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement that is executed in the transaction of the events that it belongs to.
 *
 * @param sql the statement; statements with the same text are sent together
 * @param parameters its parameters: text, numbers, UUIDs, bytes, instants
 * @param touchesOne whether it must touch exactly one row; otherwise it may touch any number
 */
public record Write(String sql, List<@Nullable Object> parameters, boolean touchesOne) {

  /** Copies the list. */
  public Write {
    parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
  }

  /** A statement that must touch exactly one row. */
  public static Write one(String sql, @Nullable Object... parameters) {
    return new Write(sql, Arrays.asList(parameters), true);
  }

  /** A statement that may touch any number of rows. */
  public static Write any(String sql, @Nullable Object... parameters) {
    return new Write(sql, Arrays.asList(parameters), false);
  }
}
