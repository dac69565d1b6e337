package org.consentledger.api.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Makes the database and its two roles where they are missing, and checks that commits are durable.
 */
final class DatabaseSetup {
  static final String DATABASE = "ledger";

  /** Owns the database and migrates it. */
  static final String OWNER = "ledger_owner";

  /** Serves, with the rights that migrations grant it and no others. */
  static final String PROGRAM = "ledger_program";

  private final DataSource superuser;
  private final DatabasePasswords passwords;

  DatabaseSetup(DataSource superuser, DatabasePasswords passwords) {
    this.superuser = superuser;
    this.passwords = passwords;
  }

  void apply() throws SQLException {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      requireDurable(statement, ServerSettings.DURABLE);
      role(statement, OWNER, passwords.owner());
      role(statement, PROGRAM, passwords.program());
      if (!exists(statement, "pg_database WHERE datname = '" + DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      }
      statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + PROGRAM);
    }
  }

  /**
   * Asks the server itself what it does.
   *
   * @throws EmbeddedDatabaseFailure if a commit could be lost
   */
  static void requireDurable(Statement statement, Map<String, String> settings)
      throws SQLException {
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      try (ResultSet shown = statement.executeQuery("SHOW " + setting.getKey())) {
        if (!shown.next() || !setting.getValue().equals(shown.getString(1))) {
          throw new EmbeddedDatabaseFailure(
              "PostgreSQL runs with "
                  + setting.getKey()
                  + " off: a power failure would lose what"
                  + " was acknowledged.",
              "Remove that setting from postgresql.auto.conf and from the roles and databases.");
        }
      }
    }
  }

  private static void role(Statement statement, String role, String password) throws SQLException {
    boolean known = exists(statement, "pg_roles WHERE rolname = '" + role + "'");
    statement.execute(
        (known ? "ALTER" : "CREATE")
            + " ROLE "
            + role
            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '"
            + password
            + "'");
  }

  private static boolean exists(Statement statement, String what) throws SQLException {
    try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + what)) {
      return found.next();
    }
  }
}
