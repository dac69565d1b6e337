package org.consentledger.api.console.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.consentledger.api.console.account.ConsoleSession;
import org.consentledger.api.console.signin.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What was sent to the provider, until the answer comes back, to whichever node: texts alone, so
 * that a newer version of the program reads it as well.
 */
final class ProviderRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String ATTRIBUTE = "console.provider";
  private static final String DESTINATION = "to";
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** Where somebody wanted to go whose answer from the provider was just taken out. */
  static Destination destination(HttpServletRequest request) {
    return Destination.of((String) request.getAttribute(ATTRIBUTE));
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (sent == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    Map<String, String> kept = new HashMap<>();
    kept.put("uri", sent.getAuthorizationUri());
    kept.put(OAuth2ParameterNames.CLIENT_ID, sent.getClientId());
    kept.put(OAuth2ParameterNames.REDIRECT_URI, Objects.toString(sent.getRedirectUri()));
    kept.put(OAuth2ParameterNames.SCOPE, String.join(" ", sent.getScopes()));
    kept.put(OAuth2ParameterNames.STATE, Objects.toString(sent.getState()));
    sent.getAttributes().forEach((name, value) -> kept.put(name, value.toString()));
    kept.put(DESTINATION, Objects.toString(request.getParameter(DESTINATION), ""));
    boolean another = request.getSession(false) == null;
    HttpSession session = request.getSession(true);
    if (another) {
      session.setMaxInactiveInterval((int) KEPT.toSeconds());
      session.setAttribute(ConsoleSession.NOBODYS, true);
    }
    session.setAttribute(ATTRIBUTE, kept);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> kept
            && kept.get(OAuth2ParameterNames.STATE) instanceof String expected
            && expected.equals(state)
        ? read(kept)
        : null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest sent = loadAuthorizationRequest(request);
    HttpSession session = request.getSession(false);
    if (sent != null && session != null) {
      if (session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> kept) {
        request.setAttribute(ATTRIBUTE, kept.get(DESTINATION));
      }
      session.removeAttribute(ATTRIBUTE);
    }
    return sent;
  }

  private static OAuth2AuthorizationRequest read(Map<?, ?> kept) {
    Map<String, Object> attributes = new HashMap<>();
    for (String name :
        new String[] {
          OAuth2ParameterNames.REGISTRATION_ID,
          OidcParameterNames.NONCE,
          PkceParameterNames.CODE_VERIFIER
        }) {
      if (kept.get(name) instanceof String value) {
        attributes.put(name, value);
      }
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(text(kept, "uri"))
        .clientId(text(kept, OAuth2ParameterNames.CLIENT_ID))
        .redirectUri(text(kept, OAuth2ParameterNames.REDIRECT_URI))
        .scope(text(kept, OAuth2ParameterNames.SCOPE).split(" ", -1))
        .state(text(kept, OAuth2ParameterNames.STATE))
        .attributes(all -> all.putAll(attributes))
        .build();
  }

  private static String text(Map<?, ?> kept, String name) {
    return Objects.toString(kept.get(name));
  }
}
