package org.consentledger.api.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consentledger.api.console.account.Users.KnownUser;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.user.AccountAct;
import org.consentledger.core.user.Role;
import org.consentledger.core.user.UserId;
import org.springframework.stereotype.Component;

/**
 * Users who sign in by a provider. They get a random identifier of their own when they first come,
 * which is the actor of what they do for ever, whatever their name or address becomes; what the
 * provider says of their names and roles is taken into the register each time they come.
 */
@Component
public class ProvidedUsers {

  /** Who says what a user of a provider may do. */
  private static final String PROVIDER = "identity-provider";

  private final Identities identities;
  private final AccountHistory history;
  private final ConsoleSessions sessions;
  private final Users users;
  private final Clock clock;

  /**
   * Who somebody is, where the provider never gives it to anybody else (OpenID Connect Core 1.0,
   * section 5.7).
   */
  public record Identity(String issuer, String subject) {
    @Override
    public String toString() {
      return "Identity";
    }
  }

  ProvidedUsers(
      Identities identities,
      AccountHistory history,
      ConsoleSessions sessions,
      Users users,
      Clock clock) {
    this.identities = identities;
    this.history = history;
    this.sessions = sessions;
    this.users = users;
    this.clock = clock;
  }

  /**
   * Lets somebody in whom the provider vouches for.
   *
   * @param roles what they may do here; without any they are not let in, and what they had is gone
   * @return whether there is a session
   */
  public boolean letIn(
      Identity identity, UserNames names, Set<Role> roles, HttpServletRequest request) {
    Optional<UserId> known = identities.find(identity);
    if (known.isEmpty() && roles.isEmpty()) {
      history.recordAttempt(null, AccountAct.SIGN_IN_FAILED, List.of());
      return false;
    }
    UserId user = known.orElseGet(() -> add(identity, names, roles));
    KnownUser before = users.find(user).orElseThrow();
    boolean active = before.state().content().active();
    if (!before.names().equals(names) || !before.state().content().roles().equals(roles)) {
      users.record(user, names, roles, active, PROVIDER, List.of());
    }
    if (roles.isEmpty() || !active) {
      sessions.endAll(user);
      history.recordAttempt(user, AccountAct.SIGN_IN_FAILED, List.of());
      return false;
    }
    history.record(user, AccountAct.SIGNED_IN, List.of());
    new ConsoleSession(user, clock.instant(), null).begin(request);
    return true;
  }

  private UserId add(Identity identity, UserNames names, Set<Role> roles) {
    UserId user = UserId.random();
    try {
      users.record(user, names, roles, true, PROVIDER, List.of(identities.added(user, identity)));
      return user;
    } catch (ConstraintViolated taken) {
      if (taken.constraint().equals(Identities.TAKEN)) { // they came by another door just now
        return identities.find(identity).orElseThrow();
      }
      throw taken;
    }
  }
}
