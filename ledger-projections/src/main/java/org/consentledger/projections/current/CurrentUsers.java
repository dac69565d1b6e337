package org.consentledger.projections.current;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.user.UserId;
import org.consentledger.core.user.UserState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of users as it is now. No rule looks it up, so it stands beside the others. */
public final class CurrentUsers {

  private final JdbcClient database;
  private final StateJson json = new StateJson();

  /** Reads the register of this database. */
  public CurrentUsers(JdbcClient database) {
    this.database = database;
  }

  /** All users, those who were added first first. */
  public List<UserState> all() {
    return database
        .sql("select state from current_register where kind = 'USER' order by position, id")
        .query((row, number) -> json.read(row.getString("state"), UserState.class))
        .list();
  }

  /** One user, if there is such a one. */
  public Optional<UserState> find(UserId user) {
    return database
        .sql("select state from current_register where kind = 'USER' and id = :id")
        .param("id", user.toString())
        .query((row, number) -> json.read(row.getString("state"), UserState.class))
        .optional();
  }
}
