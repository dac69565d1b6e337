package org.consentledger.api.console.provider;

import java.util.List;
import java.util.Map;
import org.consentledger.core.user.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The provider by which people sign in, and which of them may do what.
 *
 * @param issuer its issuer identifier, below which {@code /.well-known/openid-configuration} lies;
 *     there is no such sign-in where it is missing
 * @param clientId as what the ledger is known there
 * @param clientSecret by which the ledger proves it
 * @param scopes what is asked for; {@code openid} must be among it
 * @param rolesClaim the claim that tells roles or groups; a name with dots may also lead into
 *     objects, such as {@code realm_access.roles}
 * @param roles which values of the claim make which role; whoever has none gets in nowhere
 */
@ConfigurationProperties("ledger.oidc")
record ProviderProperties(
    @Nullable String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue({"openid", "profile"}) List<String> scopes,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue Map<Role, List<String>> roles) {

  /** Refuses what could let nobody in. */
  ProviderProperties {
    scopes = List.copyOf(scopes);
    roles = Map.copyOf(roles);
    boolean complete =
        StringUtils.hasText(clientId)
            && StringUtils.hasText(clientSecret)
            && scopes.contains("openid")
            && roles.values().stream().anyMatch(values -> !values.isEmpty());
    if (StringUtils.hasText(issuer) && !complete) {
      throw new IllegalArgumentException(
          "ledger.oidc.issuer needs client-id, client-secret, the scope openid, and roles of which"
              + " one at least has a value.");
    }
  }

  /** Whether one signs in by a provider at all. */
  boolean isThere() {
    return StringUtils.hasText(issuer);
  }

  @Override
  public String toString() {
    return "ProviderProperties[" + issuer + "]";
  }
}
