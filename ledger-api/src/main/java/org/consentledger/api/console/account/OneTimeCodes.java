package org.consentledger.api.console.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * One-time codes by time (RFC 6238): six digits, new every thirty seconds, by HMAC-SHA-1, which is
 * what programs on telephones know. The code before and the one after are taken as well, because
 * clocks differ.
 */
@Component
class OneTimeCodes {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, 6);

  private final Clock clock;

  OneTimeCodes(Clock clock) {
    this.clock = clock;
  }

  /** A new secret. */
  static byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** A secret as people type it. */
  static String text(byte[] secret) {
    return BaseEncoding.base32().omitPadding().encode(secret);
  }

  /** A secret that people typed. */
  static byte[] secret(String text) {
    return BaseEncoding.base32().decode(text);
  }

  /** A recovery code: fifty bits, in two groups. */
  static String recoveryCode() {
    byte[] bytes = new byte[10];
    new SecureRandom().nextBytes(bytes);
    String text = BaseEncoding.base32().encode(bytes).toLowerCase(Locale.ROOT);
    return text.substring(0, 5) + "-" + text.substring(5, 10);
  }

  /** The step whose code this is; none where it is not one of now. */
  OptionalLong step(byte[] secret, String code) {
    String digits = code.replaceAll("\\s", "");
    long now = clock.instant().getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = now - 1; step <= now + 1; step++) {
      if (MessageDigest.isEqual(
          code(secret, step).getBytes(StandardCharsets.US_ASCII),
          digits.getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private String code(byte[] secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()),
          Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("The secret is no key.", impossible);
    }
  }
}
