package org.consentledger.api.console.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.consentledger.api.console.account.ConsoleProperties;
import org.consentledger.api.console.account.ProvidedUsers;
import org.consentledger.api.console.account.ProvidedUsers.Identity;
import org.consentledger.api.console.account.UserNames;
import org.consentledger.core.user.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets people in whom the provider vouches for. The library checks what it says: signature, issuer,
 * audience, term, nonce and state; PKCE (RFC 7636) is used as well. Tokens are not kept.
 */
@Component
@EnableConfigurationProperties(ProviderProperties.class)
public final class ProviderAccess {

  /** Where one is sent on to the provider. */
  public static final String BEGIN = "/console/sign-in/with";

  /** Where the provider sends people back. */
  static final String RETURN = "/console/sign-in/from";

  private static final String REFUSED = "/console/sign-in?provider=refused";
  private static final String AWAY = "/console/sign-in?provider=away";

  private final ProviderProperties properties;
  private final ProvidedUsers users;

  ProviderAccess(ProviderProperties properties, ConsoleProperties console, ProvidedUsers users) {
    this.properties = properties;
    this.users = users;
    if (!properties.isThere() && !console.passwords()) {
      throw new IllegalArgumentException(
          "ledger.console.passwords=false lets nobody in without ledger.oidc.issuer.");
    }
  }

  /** Whether one can sign in by a provider. */
  public boolean isThere() {
    return properties.isThere();
  }

  /** Adds the way through the provider to the chain of the console, if there is one. */
  public void open(HttpSecurity http) throws Exception {
    if (!isThere()) {
      return;
    }
    http.oauth2Login(
        login ->
            login
                .loginPage("/console/sign-in")
                .clientRegistrationRepository(new ProviderRegistration(properties))
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(
                    there ->
                        there.baseUri(BEGIN).authorizationRequestRepository(new ProviderRequests()))
                .redirectionEndpoint(back -> back.baseUri(RETURN + "/*"))
                .successHandler(this::letIn)
                .failureHandler((request, response, failure) -> response.sendRedirect(REFUSED))
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                      @Override
                      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(
                          O filter) {
                        filter.setAuthenticationFailureHandler(
                            (request, response, failure) -> response.sendRedirect(AWAY));
                        return filter;
                      }
                    }));
  }

  private void letIn(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("The provider is asked for an ID token.");
    }
    Set<Role> roles =
        ProviderRoles.of(user.getClaims(), properties.rolesClaim(), properties.roles());
    String subject = Objects.requireNonNull(user.getSubject()); // the library asks for it
    String login = Objects.requireNonNullElse(user.getPreferredUsername(), "");
    String name = Objects.requireNonNullElse(user.getFullName(), login.isEmpty() ? subject : login);
    Identity identity = new Identity(String.valueOf(properties.issuer()), subject);
    boolean in = users.letIn(identity, new UserNames(login, name), roles, request);
    response.sendRedirect(in ? ProviderRequests.destination(request).path() : REFUSED);
  }
}
