package org.consentledger.api.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The chain of pages that are open to everybody. No cookie gives any power here: a form is sent
 * with the token of the link that led to it, or with what a person wrote into it, so that there is
 * nothing that another site could make a browser do. Mail programs press the button of {@code
 * /unsubscribe} without having seen it (RFC 8058).
 */
@Configuration(proxyBeanMethods = false)
class OpenPages {

  private static final int BEFORE_THE_CONSOLE = 20;

  @Bean
  @Order(BEFORE_THE_CONSOLE)
  SecurityFilterChain openPageAccess(HttpSecurity http, PageHeaders headers) throws Exception {
    return http.securityMatcher(PagePaths.matcher(PagePaths.OPEN))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(headers::open)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }
}
