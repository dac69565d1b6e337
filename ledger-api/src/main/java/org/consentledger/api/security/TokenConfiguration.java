package org.consentledger.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import org.consentledger.core.personaldata.SystemSecrets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.transaction.support.TransactionOperations;

/** What access tokens are made of and checked with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class TokenConfiguration {
  @Bean
  RSAKey signingKey(SystemSecrets secrets) {
    return SigningKey.from(secrets);
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(RSAKey signingKey) {
    return new ImmutableJWKSet<>(new JWKSet(signingKey));
  }

  /**
   * With the key at hand: a request to our own {@code /oauth2/jwks} could fail or be led astray.
   */
  @Bean
  JwtDecoder tokenDecoder(RSAKey signingKey, SecurityProperties properties) throws JOSEException {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(signingKey.toRSAPublicKey()).build();
    OAuth2TokenValidator<Jwt> validator =
        JwtValidators.createDefaultWithIssuer(properties.issuer());
    decoder.setJwtValidator(validator);
    return new KnownTokens(decoder, validator);
  }

  /** A request is observed once, and not once more for each filter that it passes. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(SecurityProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
  }

  /** PBKDF2 rather than bcrypt, which takes no secret above 72 bytes. */
  @Bean
  PasswordEncoder secretHashes() {
    String current = "pbkdf2@SpringSecurity_v5_8";
    return new DelegatingPasswordEncoder(
        current, Map.of(current, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  }

  @Bean
  RegisteredClientRepository registeredClients(JdbcOperations database) {
    return new JdbcRegisteredClientRepository(database);
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new UnstoredAuthorizations();
  }

  @Bean
  FirstClient firstClient(
      JdbcClient database,
      TransactionOperations transaction,
      RegisteredClientRepository clients,
      PasswordEncoder hashes,
      SecurityProperties properties,
      Environment environment) {
    return new FirstClientRegistration(database, transaction, clients, hashes, properties)
        .apply(environment);
  }
}
