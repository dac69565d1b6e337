package org.consentledger.api.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.consentledger.api.console.account.ConsoleSession.Due;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.user.AccountAct;
import org.consentledger.core.user.Role;
import org.consentledger.core.user.UserId;
import org.consentledger.core.user.UserState;
import org.consentledger.projections.current.CurrentUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets people in. Whoever guesses learns nothing: a name that nobody has, a wrong password, a
 * locked account and a user who may not sign in are answered alike, and cost alike.
 */
@Component
public class SignIn {

  private final Accounts accounts;
  private final AccountHistory history;
  private final Passwords passwords;
  private final OneTimeCodes codes;
  private final CurrentUsers register;
  private final Users users;
  private final Vault vault;
  private final ConsoleProperties properties;
  private final Clock clock;

  /** What came of an attempt. */
  public enum Outcome {
    /** There is a session, perhaps with something due in it. */
    LET_IN,
    /** The name, the password or the code was wrong, or the account is locked. */
    REFUSED,
    /** Too much was tried from this address. */
    THROTTLED
  }

  SignIn(
      Accounts accounts,
      AccountHistory history,
      Passwords passwords,
      OneTimeCodes codes,
      CurrentUsers register,
      Users users,
      Vault vault,
      ConsoleProperties properties,
      Clock clock) {
    this.accounts = accounts;
    this.history = history;
    this.passwords = passwords;
    this.codes = codes;
    this.register = register;
    this.users = users;
    this.vault = vault;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether there are names and passwords here at all. */
  public boolean takesPasswords() {
    return properties.passwords();
  }

  /** Tries a name and a password. */
  public Outcome byPassword(String name, String password, HttpServletRequest request) {
    if (accounts.isThrottled(request.getRemoteAddr())) {
      return Outcome.THROTTLED;
    }
    Account account = properties.passwords() ? accounts.find(name).orElse(null) : null;
    UserId user = account == null ? null : account.userId();
    Optional<Integer> attempts = accounts.attempt(user);
    boolean right = passwords.matches(password, account == null ? null : account.password());
    if (account == null || !right || attempts.isEmpty() || !mayEnter(account.userId())) {
      fail(user, attempts, request);
      return Outcome.REFUSED;
    }
    if (account.secondFactor() != null) {
      accounts.forgetAttempt(account.userId());
      begin(account.userId(), Due.SECOND_FACTOR, request);
    } else {
      letIn(account, AccountAct.SIGNED_IN, request);
    }
    return Outcome.LET_IN;
  }

  /** Tries the code of the second factor, or a recovery code, of whoever entered the password. */
  public Outcome byCode(UserId user, String code, HttpServletRequest request) {
    if (accounts.isThrottled(request.getRemoteAddr())) {
      return Outcome.THROTTLED;
    }
    Optional<Integer> attempts = accounts.attempt(user);
    Account account = accounts.of(user);
    UUID secret = account.secondFactor();
    if (attempts.isPresent() && secret != null && mayEnter(user)) {
      OptionalLong step = codes.step(secret(secret), code);
      if (step.isPresent() && accounts.useCode(user, step.getAsLong())) {
        letIn(account, AccountAct.SIGNED_IN, request);
        return Outcome.LET_IN;
      }
      if (accounts.useRecoveryCode(user, code.strip().toLowerCase(Locale.ROOT))) {
        letIn(account, AccountAct.RECOVERY_CODE_USED, request);
        return Outcome.LET_IN;
      }
    }
    fail(user, attempts, request);
    return Outcome.REFUSED;
  }

  private byte[] secret(UUID reference) {
    byte[] secret = vault.documents(Vault.OPERATOR, List.of(reference)).get(reference);
    if (secret == null) {
      throw new IllegalStateException("The vault has lost the secret of a second factor.");
    }
    return secret;
  }

  /** The first user is in the register from the first sign-in on. */
  private boolean mayEnter(UserId user) {
    return register.find(user).map(UserState::content).map(it -> it.active()).orElse(true);
  }

  private void letIn(Account account, AccountAct act, HttpServletRequest request) {
    UserId user = account.userId();
    if (register.find(user).isEmpty()) {
      users.record(
          user,
          new UserNames(FirstUser.NAME, FirstUser.NAME),
          Set.of(Role.ADMINISTRATOR),
          true,
          user.actor(),
          List.of());
    }
    history.record(user, act, List.of(accounts.attemptsForgotten(user)));
    begin(user, account.passwordExpired() ? Due.PASSWORD : null, request);
  }

  private void begin(UserId user, @Nullable Due due, HttpServletRequest request) {
    new ConsoleSession(user, clock.instant(), due).begin(request);
  }

  private void fail(@Nullable UserId user, Optional<Integer> attempts, HttpServletRequest request) {
    List<Write> counted = new ArrayList<>();
    counted.add(accounts.oldFailuresForgotten());
    counted.add(accounts.failed(request.getRemoteAddr()));
    history.recordAttempt(user, AccountAct.SIGN_IN_FAILED, counted);
    if (attempts.filter(count -> count >= properties.failures()).isPresent()) {
      history.recordAttempt(user, AccountAct.LOCKED_OUT, List.of());
    }
  }
}
