package org.consentledger.api.console.account;

import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.console.account.ProvidedUsers.Identity;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.user.UserId;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which user is meant where a provider says who somebody is; all nodes agree. */
@Component
@DependsOnDatabaseInitialization
class Identities {

  /** The constraint that an identity breaks that is a user's already. */
  static final String TAKEN = "console_identity_pkey";

  private final JdbcClient database;
  private final KeyedHash hash;

  Identities(JdbcClient database, SystemSecrets secrets) {
    this.database = database;
    this.hash = new KeyedHash(secrets, "console-identity");
  }

  Optional<UserId> find(Identity identity) {
    return database
        .sql("select user_id from console_identity where digest = :digest")
        .param("digest", digest(identity))
        .query(UUID.class)
        .optional()
        .map(UserId::new);
  }

  boolean isThere(UserId user) {
    return database
        .sql("select exists (select from console_identity where user_id = :user)")
        .param("user", user.value())
        .query(Boolean.class)
        .single();
  }

  Write added(UserId user, Identity identity) {
    return Write.one(
        "insert into console_identity (digest, user_id) values (?, ?)",
        digest(identity),
        user.value());
  }

  private byte[] digest(Identity identity) {
    return hash.of(identity.issuer() + "\n" + identity.subject());
  }
}
