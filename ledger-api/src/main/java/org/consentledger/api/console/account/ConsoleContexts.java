package org.consentledger.api.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consentledger.api.security.Scope;
import org.consentledger.core.user.Role;
import org.consentledger.core.user.UserState;
import org.consentledger.projections.current.CurrentUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Tells Spring Security who a session belongs to, and what they may do at this moment: a role that
 * was taken away is gone with the next request, on every node.
 */
@Component
public class ConsoleContexts implements SecurityContextRepository {

  /** The right to use the console, for whoever has nothing else to do first. */
  public static final String CONSOLE = "CONSOLE";

  /** The right to approve or call off what others asked for. */
  public static final String APPROVE = "APPROVE";

  private final CurrentUsers users;
  private final ConsoleProperties properties;
  private final Clock clock;

  ConsoleContexts(CurrentUsers users, ConsoleProperties properties, Clock clock) {
    this.users = users;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("deprecation") // asked for by the interface; the chain asks for deferred ones
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  private SecurityContext load(HttpServletRequest request) {
    SecurityContextImpl context = new SecurityContextImpl();
    find(request)
        .ifPresent(
            session ->
                context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        session.userId().actor(), null, authorities(session))));
    return context;
  }

  /**
   * Whose session it is; nobody's where it lasted too long or the user may not sign in any more.
   */
  public Optional<ConsoleSession> find(HttpServletRequest request) {
    Optional<ConsoleSession> session = ConsoleSession.of(request);
    boolean over =
        session
            .filter(
                it -> it.signedInAt().plus(properties.longestSession()).isBefore(clock.instant()))
            .isPresent();
    if (over) {
      request.getSession().invalidate();
      return Optional.empty();
    }
    return session;
  }

  private List<GrantedAuthority> authorities(ConsoleSession session) {
    List<GrantedAuthority> authorities = new ArrayList<>();
    if (session.due() != null) {
      authorities.add(new SimpleGrantedAuthority(session.due().authority()));
      return authorities;
    }
    Set<Role> roles = users.find(session.userId()).map(UserState::rights).orElse(Set.of());
    if (!roles.isEmpty()) {
      authorities.add(new SimpleGrantedAuthority(CONSOLE));
    }
    if (RoleScopes.approve(roles)) {
      authorities.add(new SimpleGrantedAuthority(APPROVE));
    }
    for (Scope scope : RoleScopes.of(roles)) {
      authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope.value()));
    }
    return authorities;
  }

  /** The session is written where somebody signs in. */
  @Override
  public void saveContext(
      SecurityContext context,
      HttpServletRequest request,
      @Nullable HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return ConsoleSession.of(request).isPresent();
  }
}
