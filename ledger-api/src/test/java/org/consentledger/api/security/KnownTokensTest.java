package org.consentledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class KnownTokensTest {

  private static final Instant END = Instant.parse("2028-02-29T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(END.minusSeconds(300));
  private final AtomicInteger verifications = new AtomicInteger();
  private final JwtTimestampValidator validator = new JwtTimestampValidator(Duration.ZERO);
  private final JwtDecoder tokens = new KnownTokens(this::verify, validator);

  KnownTokensTest() {
    InstantSource time = now::get;
    validator.setClock(time.withZone(ZoneOffset.UTC));
  }

  private Jwt verify(String token) {
    verifications.incrementAndGet();
    Jwt jwt =
        Jwt.withTokenValue(token).header("alg", "RS256").subject(token).expiresAt(END).build();
    if (token.startsWith("forged") || validator.validate(jwt).hasErrors()) {
      throw new BadJwtException("not valid");
    }
    return jwt;
  }

  @Test
  void a_token_is_verified_once_and_each_by_itself() {
    for (int i = 0; i < 3; i++) {
      assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
      assertThat(tokens.decode("b").getSubject()).isEqualTo("b");
    }
    assertThat(verifications).hasValue(2);
  }

  @Test
  void a_known_token_that_has_ended_is_refused() {
    tokens.decode("a");
    now.set(END.plusMillis(1));
    assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
  }

  @Test
  void what_was_refused_is_not_remembered() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
    }
    assertThat(verifications).hasValue(2);
  }
}
