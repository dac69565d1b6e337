package org.consentledger.api.site.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.stereotype.Component;

/**
 * Marks forms that this ledger has shown. Within another site's frame a browser keeps no cookies
 * for us, so that the usual token, which a session knows, is not to be had; this one is signed, and
 * says when, for which purpose and over which text the form was shown. Whoever forges a form must
 * have seen ours first, of late, and can only ask that a letter be sent, in which the person
 * decides.
 */
@Component
final class FormTokens {

  private static final Duration VALID_FOR = Duration.ofHours(2);

  private final KeyedHash signatures;
  private final Clock clock;

  FormTokens(SystemSecrets secrets, Clock clock) {
    this.signatures = new KeyedHash(secrets, "consent-form");
    this.clock = clock;
  }

  /** The token of a form that is shown now, over this text. */
  String issue(PurposeId purpose, ConsentNotice notice) {
    return signed(clock.instant().getEpochSecond(), purpose, notice);
  }

  /** Whether a form was shown of late, for this purpose, over the text that is shown now. */
  boolean isOf(String token, PurposeId purpose, ConsentNotice notice) {
    int end = token.indexOf('.');
    try {
      long issued = Long.parseLong(token.substring(0, Math.max(end, 0)));
      Instant over = Instant.ofEpochSecond(issued).plus(VALID_FOR);
      return clock.instant().isBefore(over)
          && MessageDigest.isEqual(
              signed(issued, purpose, notice).getBytes(StandardCharsets.UTF_8),
              token.getBytes(StandardCharsets.UTF_8));
    } catch (NumberFormatException | DateTimeException | ArithmeticException noToken) {
      return false;
    }
  }

  private String signed(long issued, PurposeId purpose, ConsentNotice notice) {
    byte[] signature =
        signatures.of(
            issued + "\n" + purpose.value() + "\n" + notice.language() + "\n" + notice.text());
    return issued + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }
}
