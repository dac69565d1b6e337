package org.consentledger.api.console;

import jakarta.servlet.DispatcherType;
import org.consentledger.api.console.account.ConsoleContexts;
import org.consentledger.api.console.account.ConsoleSession.Due;
import org.consentledger.api.console.account.SessionToken;
import org.consentledger.api.console.account.TokenBeforeBody;
import org.consentledger.api.console.provider.ProviderAccess;
import org.consentledger.api.page.PageHeaders;
import org.consentledger.api.page.PagePaths;
import org.consentledger.api.problem.ProblemWriter;
import org.consentledger.api.security.ApiAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The chain of pages with a session: who may open which, and what the others are shown. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  private static final int AFTER_OPEN_PAGES = 30;

  @Bean
  @Order(AFTER_OPEN_PAGES)
  SecurityFilterChain console(
      HttpSecurity http, PageHeaders headers, ConsoleContexts contexts, ProviderAccess provider)
      throws Exception {
    provider.open(http);
    ConsoleRefusal refusal = new ConsoleRefusal();
    return http.securityMatcher(PagePaths.withSessions())
        .securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(
            requests -> {
              requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
              requests.requestMatchers("/console/sign-in", "/me", "/me/**").permitAll();
              requests
                  .requestMatchers("/console/second-factor")
                  .hasAuthority(Due.SECOND_FACTOR.authority());
              requests
                  .requestMatchers("/console/password")
                  .hasAnyAuthority(Due.PASSWORD.authority(), ConsoleContexts.CONSOLE);
              requests.requestMatchers("/console/sign-out").authenticated();
              for (ConsoleAccess rule : ConsoleAccess.ALL) {
                requests.requestMatchers(rule.patterns()).hasAuthority(rule.authority());
              }
              requests.anyRequest().hasAuthority(ConsoleContexts.CONSOLE);
            })
        .headers(headers::personal)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new SessionToken())
                    .csrfTokenRequestHandler(new TokenBeforeBody()))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  /** The API for whoever is signed in to the console: the session instead of a token. */
  @Bean
  @Order(AFTER_OPEN_PAGES + 1)
  SecurityFilterChain apiFromTheConsole(
      HttpSecurity http, ProblemWriter writer, ConsoleContexts contexts) throws Exception {
    return ApiAccess.restrict(http, writer)
        .securityMatcher(
            request ->
                request.getHeader(HttpHeaders.AUTHORIZATION) == null
                    && contexts.containsContext(request))
        .securityContext(context -> context.securityContextRepository(contexts))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new SessionToken())
                    .csrfTokenRequestHandler(new TokenBeforeBody()))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }
}
