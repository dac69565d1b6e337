package org.consentledger.api.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consentledger.api.console.account.ConsoleContexts;
import org.consentledger.api.console.account.RoleScopes;
import org.consentledger.api.console.account.Users;
import org.consentledger.api.page.PagePaths;
import org.consentledger.api.page.Reader;
import org.consentledger.api.page.Readers;
import org.springframework.stereotype.Component;

/** Whoever is signed in to the console, for the frame of its pages. */
@Component
final class ConsoleReaders implements Readers {

  private final ConsoleContexts contexts;
  private final Users users;

  ConsoleReaders(ConsoleContexts contexts, Users users) {
    this.contexts = contexts;
    this.users = users;
  }

  @Override
  public Optional<Reader> find(HttpServletRequest request) {
    if (!PagePaths.withSessions().matches(request)) {
      return Optional.empty();
    }
    return contexts
        .find(request)
        .filter(session -> session.due() == null)
        .flatMap(session -> users.find(session.userId()))
        .map(
            user ->
                new Reader(
                    user.names().name(),
                    RoleScopes.of(user.state().rights()),
                    RoleScopes.approve(user.state().rights())));
  }
}
