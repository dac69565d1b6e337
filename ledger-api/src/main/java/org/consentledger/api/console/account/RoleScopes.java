package org.consentledger.api.console.account;

import java.util.EnumSet;
import java.util.Set;
import org.consentledger.api.security.Scope;
import org.consentledger.core.user.Role;

/** What each role may do, in the API's own words (clause 8.1: no more than it is there for). */
public final class RoleScopes {

  private RoleScopes() {}

  /** What somebody with these roles may do. */
  public static Set<Scope> of(Set<Role> roles) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    roles.forEach(role -> scopes.addAll(of(role)));
    return scopes;
  }

  /**
   * Whether somebody with these roles approves or calls off what others asked for. That is all that
   * approvers record; the rules let nobody approve their own.
   */
  public static boolean approve(Set<Role> roles) {
    return roles.contains(Role.APPROVER) || roles.contains(Role.OFFICER);
  }

  private static Set<Scope> of(Role role) {
    return switch (role) {
      case OFFICER -> EnumSet.of(Scope.COMMAND, Scope.DECIDE, Scope.QUERY, Scope.PERSONAL_DATA);
      case APPROVER -> EnumSet.of(Scope.DECIDE, Scope.QUERY);
      case AUDITOR -> EnumSet.of(Scope.AUDIT, Scope.QUERY);
      case ADMINISTRATOR -> EnumSet.of(Scope.ADMIN, Scope.DECIDE, Scope.QUERY);
    };
  }
}
