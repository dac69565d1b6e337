package org.consentledger.core.eventstore;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Statements of the same text go to the server together; one subject's statements come from one
   * command only.
   */
  public static void execute(Connection connection, List<Write> writes) throws SQLException {
    Map<String, List<Write>> byText = new LinkedHashMap<>();
    writes.forEach(
        write -> byText.computeIfAbsent(write.sql(), sql -> new ArrayList<>()).add(write));
    for (Map.Entry<String, List<Write>> same : byText.entrySet()) {
      try (PreparedStatement statement = connection.prepareStatement(same.getKey())) {
        for (Write write : same.getValue()) {
          for (int i = 0; i < write.parameters().size(); i++) {
            Object parameter = write.parameters().get(i);
            statement.setObject(
                i + 1,
                parameter instanceof Instant instant
                    ? instant.atOffset(ZoneOffset.UTC)
                    : parameter);
          }
          statement.addBatch();
        }
        requireTouched(same.getValue(), statement.executeBatch());
      } catch (BatchUpdateException failure) {
        SQLException cause = failure.getNextException();
        throw cause == null ? failure : cause;
      }
    }
  }

  private static void requireTouched(List<Write> writes, int[] touched) {
    for (int i = 0; i < touched.length; i++) {
      if (writes.get(i).touchesOne() && touched[i] != Statement.SUCCESS_NO_INFO) {
        requireRows(1, touched[i]);
      }
    }
  }

  static void requireRows(int expected, int touched) {
    if (touched != expected) {
      throw new IllegalStateException(
          "A statement touched " + touched + " rows instead of " + expected + ".");
    }
  }
}
