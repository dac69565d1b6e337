package org.consentledger.core.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command, kept under its idempotency key in the transaction of its events.
 *
 * @param key the key, as a digest in hexadecimal
 * @param request what came with it, as a digest in hexadecimal
 * @param status the status of HTTP
 * @param body the answer
 * @param receipt what its receipt says; none where nothing was recorded
 */
public record KeptAnswer(
    String key, String request, int status, String body, @Nullable String receipt) {

  /** The constraint that a command breaks whose key was used already. */
  public static final String CONSTRAINT = "idempotency_pkey";

  private static final String USED =
      "select encode(key_digest, 'hex') from idempotency where key_digest = any(?)";

  private static final String KEEP =
      """
      insert into idempotency (key_digest, request_digest, status, body, receipt)
      select * from unnest(?::bytea[], ?::bytea[], ?::int[], ?::text[], ?::text[])
      """;

  /** Which of these keys were used; whoever has the turn to append is told for good. */
  static Set<String> used(Connection connection, Collection<String> keys) throws SQLException {
    Set<String> used = new HashSet<>();
    if (keys.isEmpty()) {
      return used;
    }
    try (PreparedStatement statement = connection.prepareStatement(USED)) {
      statement.setArray(1, connection.createArrayOf("bytea", digests(keys)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          used.add(rows.getString(1));
        }
      }
    }
    return used;
  }

  /** Keeps the answers of one transaction, in one round trip. */
  static void keep(Connection connection, List<KeptAnswer> answers) throws SQLException {
    if (answers.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
      statement.setArray(
          1, connection.createArrayOf("bytea", digests(column(answers, KeptAnswer::key))));
      statement.setArray(
          2, connection.createArrayOf("bytea", digests(column(answers, KeptAnswer::request))));
      statement.setArray(
          3, connection.createArrayOf("int", column(answers, KeptAnswer::status).toArray()));
      statement.setArray(
          4, connection.createArrayOf("text", column(answers, KeptAnswer::body).toArray()));
      statement.setArray(
          5, connection.createArrayOf("text", answers.stream().map(KeptAnswer::receipt).toArray()));
      Write.requireRows(answers.size(), statement.executeUpdate());
    }
  }

  private static <T> List<T> column(List<KeptAnswer> answers, Function<KeptAnswer, T> value) {
    return answers.stream().map(value).toList();
  }

  /** The driver takes bytes in an array of their own type only. */
  private static byte[][] digests(Collection<String> hexadecimal) {
    return hexadecimal.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
  }
}
