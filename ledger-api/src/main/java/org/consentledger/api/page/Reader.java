package org.consentledger.api.page;

import java.util.Set;
import org.consentledger.api.security.Scope;

/**
 * Who reads the page, as the frame shows it.
 *
 * @param name the name under which somebody signed in
 * @param scopes what they may do: navigation shows no more
 * @param approves whether they approve or call off what others asked for
 */
public record Reader(String name, Set<Scope> scopes, boolean approves) {

  /** Whether they may do what needs a scope, by the name of its constant. */
  public boolean may(String scope) {
    return scopes.contains(Scope.valueOf(scope));
  }
}
