package org.consentledger.api.console;

import java.util.List;
import org.consentledger.api.console.account.ConsoleContexts;
import org.consentledger.api.security.Scope;

/**
 * Which part of the console asks for more than to be signed in. The first rule that matches holds.
 *
 * @param path the path and what is below it
 * @param authority what they need
 */
record ConsoleAccess(String path, String authority) {

  static final List<ConsoleAccess> ALL =
      List.of(
          new ConsoleAccess("/console/users", Scope.ADMIN),
          new ConsoleAccess("/console/subjects/*/data", Scope.PERSONAL_DATA),
          new ConsoleAccess("/console/subjects/*/documents/*", Scope.PERSONAL_DATA),
          new ConsoleAccess("/console/subjects/*/report", Scope.PERSONAL_DATA),
          new ConsoleAccess("/console/subjects/*/decision", Scope.DECIDE),
          new ConsoleAccess("/console/subjects/*/acts", Scope.COMMAND),
          new ConsoleAccess("/console/subjects", Scope.QUERY),
          new ConsoleAccess("/console/disposals/*/approval", ConsoleContexts.APPROVE),
          new ConsoleAccess("/console/disposals/*/cancellation", ConsoleContexts.APPROVE),
          new ConsoleAccess("/console/disposals", Scope.QUERY),
          new ConsoleAccess("/console/requests/*/words", Scope.PERSONAL_DATA),
          new ConsoleAccess("/console/requests/new", Scope.COMMAND),
          new ConsoleAccess("/console/requests/*/*", Scope.COMMAND),
          new ConsoleAccess("/console/requests", Scope.QUERY),
          new ConsoleAccess("/console/authority-requests", Scope.COMMAND),
          new ConsoleAccess("/console/letters/*/content", Scope.PERSONAL_DATA),
          new ConsoleAccess("/console/letters", Scope.QUERY),
          new ConsoleAccess("/console/breaches/new", Scope.COMMAND),
          new ConsoleAccess("/console/breaches/*/*", Scope.COMMAND),
          new ConsoleAccess("/console/breaches", Scope.QUERY),
          new ConsoleAccess("/console/history", Scope.QUERY),
          new ConsoleAccess("/console/registers/*/new", Scope.ADMIN),
          new ConsoleAccess("/console/registers/*/*/edit", Scope.ADMIN),
          new ConsoleAccess("/console/registers/*/*/steps", Scope.ADMIN),
          new ConsoleAccess("/console/registers", Scope.QUERY),
          new ConsoleAccess("/console/mailings/new", Scope.ADMIN),
          new ConsoleAccess("/console/mailings/*/*", Scope.ADMIN),
          new ConsoleAccess("/console/mailings", Scope.QUERY),
          new ConsoleAccess("/console/exports", Scope.AUDIT),
          new ConsoleAccess("/console/log", Scope.AUDIT),
          new ConsoleAccess("/console/verify", Scope.AUDIT));

  private ConsoleAccess(String path, Scope scope) {
    this(path, "SCOPE_" + scope.value());
  }

  String[] patterns() {
    return new String[] {path, path + "/**"};
  }
}
