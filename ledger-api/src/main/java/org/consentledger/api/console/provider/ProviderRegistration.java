package org.consentledger.api.console.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * Where the provider's endpoints and keys are. It is asked for them when somebody first signs in by
 * it, not at the start: a ledger starts also while its provider is away.
 */
final class ProviderRegistration implements ClientRegistrationRepository {

  /** The only one, as it stands in addresses. */
  static final String ID = "provider";

  private final ProviderProperties properties;
  private volatile @Nullable ClientRegistration known;

  ProviderRegistration(ProviderProperties properties) {
    this.properties = properties;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!ID.equals(id)) {
      return null;
    }
    ClientRegistration registration = known;
    if (registration == null) {
      registration = discover();
      known = registration;
    }
    return registration;
  }

  private ClientRegistration discover() {
    String issuer = properties.issuer();
    if (issuer == null) {
      throw new IllegalStateException("No provider is configured.");
    }
    return ClientRegistrations.fromOidcIssuerLocation(issuer)
        .registrationId(ID)
        .clientId(properties.clientId())
        .clientSecret(properties.clientSecret())
        .scope(properties.scopes())
        .redirectUri("{baseUrl}" + ProviderAccess.RETURN + "/{registrationId}")
        .build();
  }
}
