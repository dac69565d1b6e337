package org.consentledger.api.console.account;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.user.AccountAct;
import org.consentledger.core.user.Role;
import org.consentledger.core.user.UserCommand.RecordUser;
import org.consentledger.core.user.UserContent;
import org.consentledger.core.user.UserId;
import org.consentledger.core.user.UserState;
import org.consentledger.projections.current.CurrentUsers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The users, with their names out of the vault, and what administrators do with them. */
@Component
public class Users {

  private final Commands commands;
  private final CurrentUsers register;
  private final Accounts accounts;
  private final Identities identities;
  private final AccountHistory history;
  private final ConsoleSessions sessions;
  private final Passwords passwords;
  private final Vault vault;
  private final KeyedHash hash;
  private final JsonMapper json;

  /** A user as administrators see them. */
  public record KnownUser(UserState state, UserNames names) {}

  /**
   * A user who was added, or got another password.
   *
   * @param password for one sign-in, to be told once
   */
  public record GivenPassword(UserId userId, String password) {
    @Override
    public String toString() {
      return "GivenPassword[" + userId + "]";
    }
  }

  Users(
      Commands commands,
      CurrentUsers register,
      Accounts accounts,
      Identities identities,
      AccountHistory history,
      ConsoleSessions sessions,
      Passwords passwords,
      Vault vault,
      SystemSecrets secrets,
      JsonMapper json) {
    this.commands = commands;
    this.register = register;
    this.accounts = accounts;
    this.identities = identities;
    this.history = history;
    this.sessions = sessions;
    this.passwords = passwords;
    this.vault = vault;
    this.hash = new KeyedHash(secrets, "console-user");
    this.json = json;
  }

  /** All users, those who were added first first. */
  public List<KnownUser> all() {
    List<UserState> states = register.all();
    Map<UUID, byte[]> names =
        vault.documents(
            Vault.OPERATOR, states.stream().map(user -> user.content().nameReference()).toList());
    return states.stream()
        .map(
            user ->
                new KnownUser(
                    user, read(names.getOrDefault(user.content().nameReference(), new byte[0]))))
        .toList();
  }

  /** One user. */
  public Optional<KnownUser> find(UserId user) {
    return register
        .find(user)
        .map(
            state -> {
              UUID reference = state.content().nameReference();
              byte[] names = vault.documents(Vault.OPERATOR, List.of(reference)).get(reference);
              return new KnownUser(state, read(names == null ? new byte[0] : names));
            });
  }

  private UserNames read(byte[] names) {
    return names.length == 0 ? new UserNames("", "") : json.readValue(names, UserNames.class);
  }

  /**
   * Adds a user, with a password for the first sign-in.
   *
   * @return empty where somebody signs in by this name already
   */
  public Optional<GivenPassword> add(UserNames names, Set<Role> roles, String actor) {
    UserId user = UserId.random();
    String password = Passwords.random();
    Write account = accounts.added(user, names.signInName(), passwords.hash(password), true);
    try {
      record(user, names, roles, true, actor, List.of(account));
      return Optional.of(new GivenPassword(user, password));
    } catch (ConstraintViolated taken) {
      if (taken.constraint().equals(Accounts.NAME_TAKEN)) {
        return Optional.empty();
      }
      throw taken;
    }
  }

  /** Says anew what a user may do; who was signed in is so no longer where it became less. */
  public void change(KnownUser user, Set<Role> roles, boolean active, String actor) {
    record(user.state().userId(), user.names(), roles, active, actor, List.of());
    if (!active) {
      sessions.endAll(user.state().userId());
    }
  }

  /** Gives a user another password, for one sign-in. */
  public GivenPassword resetPassword(UserId user, String actor) {
    String password = Passwords.random();
    requirePassword(user);
    history.record(
        user,
        AccountAct.PASSWORD_RESET,
        actor,
        List.of(accounts.password(user, passwords.hash(password), true)));
    sessions.endAll(user);
    return new GivenPassword(user, password);
  }

  /** Takes a second factor away, because the telephone is lost. */
  public void removeSecondFactor(UserId user, String actor) {
    requirePassword(user);
    history.record(
        user,
        AccountAct.SECOND_FACTOR_REMOVED,
        actor,
        List.of(accounts.secondFactor(user, null), accounts.noRecoveryCodes(user)));
    sessions.endAll(user);
  }

  /** Whether a user has a second factor. */
  public boolean hasSecondFactor(UserId user) {
    return !isProvided(user) && accounts.of(user).secondFactor() != null;
  }

  /** Whether a provider vouches for a user, who then has no password here. */
  public boolean isProvided(UserId user) {
    return identities.isThere(user);
  }

  /** Refuses what is about a password where there is none. */
  public void requirePassword(UserId user) {
    if (isProvided(user)) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.CONFLICT,
              "NO_PASSWORD",
              "A provider vouches for this user, who has no password here."));
    }
  }

  void record(
      UserId user,
      UserNames names,
      Set<Role> roles,
      boolean active,
      String actor,
      List<Write> more) {
    byte[] text = json.writeValueAsBytes(names);
    Deposit deposit = vault.deposit(Vault.OPERATOR);
    UserContent content =
        new UserContent(
            new TreeSet<>(roles),
            active,
            HexFormat.of().formatHex(hash.of(text)),
            deposit.document(text));
    List<Write> writes = new ArrayList<>(deposit.writes());
    writes.addAll(more);
    commands.execute(
        new RecordUser(user, content), actor, null, new Attachment(writes, appended -> List.of()));
  }
}
