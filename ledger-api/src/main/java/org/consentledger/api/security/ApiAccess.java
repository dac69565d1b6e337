package org.consentledger.api.security;

import jakarta.servlet.DispatcherType;
import org.consentledger.api.problem.ProblemWriter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What the API asks of whoever calls it, however it is known who that is. */
public final class ApiAccess {

  private ApiAccess() {}

  /** Lets through what an {@link AccessRule} allows, and answers the rest. */
  public static HttpSecurity restrict(HttpSecurity http, ProblemWriter writer) throws Exception {
    SecurityAnswers answers = new SecurityAnswers(writer);
    return http.authorizeHttpRequests(
            requests -> {
              // The request that led here was let through, or refused, already.
              requests
                  .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                  .permitAll();
              requests.requestMatchers(AccessRule.PUBLIC).permitAll();
              for (AccessRule rule : AccessRule.ALL) {
                requests
                    .requestMatchers(rule.requests())
                    .hasAuthority("SCOPE_" + rule.scope().value());
              }
              requests.anyRequest().denyAll();
            })
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers));
  }
}
