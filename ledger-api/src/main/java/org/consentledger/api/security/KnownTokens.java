package org.consentledger.api.security;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies the signature of an access token once a minute: a service sends one token with thousands
 * of requests. When it ends is looked at each time.
 */
final class KnownTokens implements JwtDecoder {

  private static final int MOST = 10_000;

  private final JwtDecoder verifying;
  private final OAuth2TokenValidator<Jwt> validator;
  private final Cache<String, Jwt> verified =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(1)).build();

  /**
   * Remembers what a decoder verified.
   *
   * @param validator what is asked of a token besides its signature, each time
   */
  KnownTokens(JwtDecoder verifying, OAuth2TokenValidator<Jwt> validator) {
    this.verifying = verifying;
    this.validator = validator;
  }

  @Override
  public Jwt decode(String token) {
    @Nullable Jwt known = verified.getIfPresent(token);
    if (known != null && !validator.validate(known).hasErrors()) {
      return known;
    }
    Jwt decoded = verifying.decode(token);
    verified.put(token, decoded);
    return decoded;
  }
}
