package org.consentledger.api.console.account;

import java.util.List;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The user {@code admin}, whom the ledger makes at its first start: an administrator, who adds the
 * others. The password is {@code LEDGER_ADMIN_PASSWORD}, or generated and told once; a generated or
 * a weak one is good for one sign-in. It is never set again: whoever changed it, changed it.
 */
@Component
public class FirstUser {

  /** What the first user signs in by. */
  public static final String NAME = "admin";

  private final @Nullable String newPassword;

  FirstUser(Accounts accounts, Passwords passwords, Commands commands, Environment environment) {
    this.newPassword =
        accounts.find(NAME).isPresent() ? null : create(accounts, passwords, commands, environment);
  }

  /** The password, if it was generated at this start. */
  public @Nullable String newPassword() {
    return newPassword;
  }

  private static @Nullable String create(
      Accounts accounts, Passwords passwords, Commands commands, Environment environment) {
    String named = environment.getProperty("LEDGER_ADMIN_PASSWORD");
    boolean generated = !StringUtils.hasText(named);
    String password = generated || named == null ? Passwords.random() : named;
    boolean expired = generated || passwords.objection(password, NAME).isPresent();
    Write account = accounts.added(UserId.random(), NAME, passwords.hash(password), expired);
    try {
      commands.record(new Attachment(List.of(), appended -> List.of(account)));
      return generated ? password : null;
    } catch (ConstraintViolated anotherNodeWasFirst) {
      return null;
    }
  }
}
