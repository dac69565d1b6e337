package org.consentledger.api.console.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and what is kept of it. */
@Component
class Passwords {

  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  private static final int FEWEST_DIFFERENT = 6;
  private static final String METHOD = "argon2@SpringSecurity_v5_8";

  private final DelegatingPasswordEncoder hashes =
      new DelegatingPasswordEncoder(
          METHOD, Map.of(METHOD, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

  private final Set<String> common = readCommon();
  private final String nobodys = hashes.encode(random());

  /** What is kept of a password. */
  String hash(String password) {
    return hashes.encode(oneForm(password));
  }

  /**
   * Whether a password is the one that was hashed.
   *
   * @param hash missing where there is no such user, which takes as long
   */
  boolean matches(String password, @Nullable String hash) {
    String tried = password.length() > LONGEST ? "" : oneForm(password);
    boolean same = hashes.matches(tried, hash == null ? nobodys : hash);
    return same && hash != null;
  }

  /**
   * Why a password is not taken, as a key of words; empty where it is.
   *
   * @param name the user's, which must not stand in it
   */
  Optional<String> objection(String password, String name) {
    String plain = oneForm(password).toLowerCase(Locale.ROOT);
    if (plain.codePointCount(0, plain.length()) < SHORTEST || password.length() > LONGEST) {
      return Optional.of("password.length");
    }
    String letters = plain.replaceAll("[^\\p{L}]", "");
    if (common.stream().anyMatch(word -> plain.equals(word) || letters.equals(word))
        || plain.chars().distinct().count() < FEWEST_DIFFERENT
        || isRow(plain)) {
      return Optional.of("password.common");
    }
    if (name.length() > 2 && plain.contains(oneForm(name).toLowerCase(Locale.ROOT))) {
      return Optional.of("password.name");
    }
    return Optional.empty();
  }

  /** A password that nobody chose: 120 bits. */
  static String random() {
    byte[] bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Each sign follows the one before, as in 123456 or abcdef. */
  private static boolean isRow(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(i - 1) + 1) {
        return false;
      }
    }
    return true;
  }

  /** Keyboards write the same letter in more than one way. */
  private static String oneForm(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static Set<String> readCommon() {
    try (InputStream in = Passwords.class.getResourceAsStream("common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("The list of common passwords is not there.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
