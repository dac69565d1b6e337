package org.consentledger.api.console.account;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts in the database, which count for all nodes. */
@Component
@DependsOnDatabaseInitialization
class Accounts {

  /** The constraint that a name breaks that is somebody else's already. */
  static final String NAME_TAKEN = "console_account_name_digest_key";

  private static final RowMapper<Account> ROW =
      (row, number) ->
          new Account(
              new UserId(row.getObject("user_id", UUID.class)),
              row.getString("password"),
              row.getBoolean("password_expired"),
              row.getObject("second_factor", UUID.class));

  private final JdbcClient database;
  private final KeyedHash names;
  private final KeyedHash codes;
  private final KeyedHash sources;
  private final ConsoleProperties properties;
  private final Clock clock;

  Accounts(JdbcClient database, SystemSecrets secrets, ConsoleProperties properties, Clock clock) {
    this.database = database;
    this.names = new KeyedHash(secrets, "console-name");
    this.codes = new KeyedHash(secrets, "console-recovery-code");
    this.sources = new KeyedHash(secrets, "console-source");
    this.properties = properties;
    this.clock = clock;
  }

  /** Finds an account by the name that somebody signs in by, however they write it. */
  Optional<Account> find(String name) {
    return database
        .sql(
            """
            select user_id, password, password_expired, second_factor from console_account
            where name_digest = :digest
            """)
        .param("digest", digest(name))
        .query(ROW)
        .optional();
  }

  /** A user's account. */
  Account of(UserId user) {
    return database
        .sql(
            """
            select user_id, password, password_expired, second_factor from console_account
            where user_id = :user
            """)
        .param("user", user.value())
        .query(ROW)
        .single();
  }

  Write added(UserId user, String name, String password, boolean expired) {
    return Write.one(
        """
        insert into console_account (user_id, name_digest, password, password_expired) values (?, ?, ?, ?)
        """,
        user.value(),
        digest(name),
        password,
        expired);
  }

  /** Another password; whoever is locked out by somebody's guessing is let in again. */
  Write password(UserId user, String password, boolean expired) {
    return Write.one(
        """
        update console_account
        set password = ?, password_expired = ?, failures = 0, locked_until = null where user_id = ?
        """,
        password,
        expired,
        user.value());
  }

  Write secondFactor(UserId user, @Nullable UUID secret) {
    return Write.one(
        "update console_account set second_factor = ?::uuid, last_code = 0 where user_id = ?",
        secret,
        user.value());
  }

  Write noRecoveryCodes(UserId user) {
    return Write.any("delete from console_recovery_code where user_id = ?", user.value());
  }

  Write recoveryCode(UserId user, String code) {
    return Write.one(
        "insert into console_recovery_code (user_id, digest) values (?, ?)",
        user.value(),
        codes.of(code));
  }

  /** Uses a recovery code up; whether there was such a one. */
  boolean useRecoveryCode(UserId user, String code) {
    return database
            .sql("delete from console_recovery_code where user_id = :user and digest = :digest")
            .param("user", user.value())
            .param("digest", codes.of(code))
            .update()
        == 1;
  }

  int recoveryCodesLeft(UserId user) {
    return database
        .sql("select count(*) from console_recovery_code where user_id = :user")
        .param("user", user.value())
        .query(Integer.class)
        .single();
  }

  /** Uses the code of a step up; whether neither it nor a later one was used before. */
  boolean useCode(UserId user, long step) {
    return database
            .sql(
                """
                update console_account set last_code = :step
                where user_id = :user and last_code < :step
                """)
            .param("step", step)
            .param("user", user.value())
            .update()
        == 1;
  }

  /**
   * Counts an attempt before it is known how it ends, so that many at the same time are no way
   * around the count.
   *
   * @param user whose account; nobody's where there is none of the name, which costs the same
   * @return how many attempts failed in a row, this one among them; none where the account is
   *     locked
   */
  Optional<Integer> attempt(@Nullable UserId user) {
    Instant now = clock.instant();
    return database
        .sql(
            """
            update console_account set
              failures = failures + 1,
              locked_until = case when failures + 1 >= :most then :until::timestamptz end
            where user_id = :user::uuid and (locked_until is null or locked_until <= :now)
            returning failures
            """)
        .param("most", properties.failures())
        .param("until", now.plus(properties.lockedFor()).atOffset(ZoneOffset.UTC))
        .param("user", user == null ? null : user.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .optional();
  }

  /** The attempt was none to guess: it does not count. */
  void forgetAttempt(UserId user) {
    database
        .sql(
            """
            update console_account set failures = greatest(failures - 1, 0), locked_until = null
            where user_id = :user
            """)
        .param("user", user.value())
        .update();
  }

  /** Somebody was let in: what failed before does not count any more. */
  Write attemptsForgotten(UserId user) {
    return Write.one(
        "update console_account set failures = 0, locked_until = null where user_id = ?",
        user.value());
  }

  /** Whether too much failed from an address of late. */
  boolean isThrottled(String source) {
    return database
            .sql(
                """
                select count(*) from console_failure where source_digest = :source and failed_at > :since
                """)
            .param("source", sources.of(source))
            .param("since", countedSince().atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        >= properties.failuresBySource();
  }

  Write failed(String source) {
    return Write.one(
        "insert into console_failure (source_digest, failed_at) values (?, ?)",
        sources.of(source),
        clock.instant());
  }

  Write oldFailuresForgotten() {
    return Write.any("delete from console_failure where failed_at <= ?", countedSince());
  }

  private Instant countedSince() {
    return clock.instant().minus(properties.failuresCountedFor());
  }

  private byte[] digest(String name) {
    return names.of(
        Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
  }
}
