package org.consentledger.api.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.user.AccountAct;
import org.consentledger.core.user.UserId;
import org.springframework.stereotype.Component;

/** What users do with their own accounts. */
@Component
public class OwnAccount {

  private static final int RECOVERY_CODES = 10;

  private final Accounts accounts;
  private final AccountHistory history;
  private final ConsoleSessions sessions;
  private final Passwords passwords;
  private final OneTimeCodes codes;
  private final Commands commands;
  private final Vault vault;

  /**
   * A secret that is not in use yet.
   *
   * @param reference where the vault keeps it
   * @param text as people type it
   */
  public record NewSecret(UUID reference, String text) {
    @Override
    public String toString() {
      return "NewSecret[" + reference + "]";
    }
  }

  OwnAccount(
      Accounts accounts,
      AccountHistory history,
      ConsoleSessions sessions,
      Passwords passwords,
      OneTimeCodes codes,
      Commands commands,
      Vault vault) {
    this.accounts = accounts;
    this.history = history;
    this.sessions = sessions;
    this.passwords = passwords;
    this.codes = codes;
    this.commands = commands;
    this.vault = vault;
  }

  /**
   * Chooses another password. Other sessions end, and this one goes on under another identifier.
   *
   * @return why it was not taken, as a key of words; empty where it was
   */
  public Optional<String> changePassword(
      ConsoleSession session,
      UserNames names,
      String current,
      String chosen,
      HttpServletRequest request) {
    UserId user = session.userId();
    if (accounts.attempt(user).isEmpty()
        || !passwords.matches(current, accounts.of(user).password())) {
      return Optional.of("password.current.wrong");
    }
    Optional<String> objection =
        chosen.equals(current)
            ? Optional.of("password.same")
            : passwords.objection(chosen, names.signInName());
    if (objection.isPresent()) {
      accounts.forgetAttempt(user);
      return objection;
    }
    history.record(
        user,
        AccountAct.PASSWORD_CHANGED,
        List.of(accounts.password(user, passwords.hash(chosen), false)));
    new ConsoleSession(user, session.signedInAt(), null).begin(request);
    sessions.endOthers(user, request);
    return Optional.empty();
  }

  /**
   * Makes a secret for a second factor and keeps it in the vault; it counts once it is confirmed.
   */
  public NewSecret newSecret() {
    byte[] secret = OneTimeCodes.secret();
    Deposit deposit = vault.deposit(Vault.OPERATOR);
    UUID reference = deposit.document(secret);
    commands.record(new Attachment(List.of(), appended -> deposit.writes()));
    return new NewSecret(reference, OneTimeCodes.text(secret));
  }

  /** A secret that was made and not confirmed yet. */
  public NewSecret secret(UUID reference) {
    byte[] secret = vault.documents(Vault.OPERATOR, List.of(reference)).get(reference);
    if (secret == null) {
      throw new IllegalStateException("The vault has lost a secret.");
    }
    return new NewSecret(reference, OneTimeCodes.text(secret));
  }

  /**
   * Confirms that a telephone has the secret.
   *
   * @return recovery codes, to be told once; empty where the code was wrong
   */
  public List<String> addSecondFactor(UserId user, NewSecret secret, String code) {
    OptionalLong step = codes.step(OneTimeCodes.secret(secret.text()), code);
    if (step.isEmpty()) {
      return List.of();
    }
    List<String> recovery =
        Stream.generate(OneTimeCodes::recoveryCode).distinct().limit(RECOVERY_CODES).toList();
    List<Write> writes = new ArrayList<>();
    writes.add(accounts.secondFactor(user, secret.reference()));
    writes.add(accounts.noRecoveryCodes(user));
    recovery.forEach(one -> writes.add(accounts.recoveryCode(user, one)));
    history.record(user, AccountAct.SECOND_FACTOR_ADDED, writes);
    accounts.useCode(user, step.getAsLong());
    return recovery;
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(UserId user) {
    return accounts.recoveryCodesLeft(user);
  }

  /** Ends one session of one's own. */
  public void endSession(UserId user, String name) {
    sessions.end(user, name);
    history.record(user, AccountAct.SESSIONS_ENDED, List.of());
  }

  /** Ends all sessions of one's own but this one. */
  public void endOtherSessions(UserId user, HttpServletRequest request) {
    sessions.endOthers(user, request);
    history.record(user, AccountAct.SESSIONS_ENDED, List.of());
  }

  /** Signs out. */
  public void signOut(UserId user, HttpServletRequest request) {
    history.record(user, AccountAct.SIGNED_OUT, List.of());
    request.getSession().invalidate();
  }
}
