package org.consentledger.api.security;

import org.consentledger.api.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Which requests get through. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  private static final int TOKENS = 10;

  /** The two endpoints that are used; the others of the authorization server stay unreachable. */
  @Bean
  @Order(TOKENS)
  SecurityFilterChain tokens(HttpSecurity http) throws Exception {
    ClientRefusal refusal = new ClientRefusal();
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    return http.securityMatcher(
            new OrRequestMatcher(
                paths.matcher(HttpMethod.POST, "/oauth2/token"),
                paths.matcher(HttpMethod.GET, "/oauth2/jwks")))
        .oauth2AuthorizationServer(
            server -> server.clientAuthentication(client -> client.errorResponseHandler(refusal)))
        .exceptionHandling(failures -> failures.authenticationEntryPoint(refusal))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** The last chain: pages with sessions of their own place theirs before it. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain api(HttpSecurity http, ProblemWriter writer) throws Exception {
    SecurityAnswers answers = new SecurityAnswers(writer);
    return ApiAccess.restrict(http, writer)
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .jwt(Customizer.withDefaults())
                    .authenticationEntryPoint(answers)
                    .accessDeniedHandler(answers))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }
}
