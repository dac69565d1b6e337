package org.consentledger.api.mail.letter;

import com.google.common.net.InternetDomainName;
import java.util.Locale;

/**
 * Which domains belong to one organisation: those that share what comes directly below a public
 * suffix (RFC 7489, 3.2), by the public suffix list that Guava brings along.
 */
final class Organisations {

  private Organisations() {}

  static boolean same(String one, String other) {
    return organisation(one).equals(organisation(other));
  }

  /** A domain that has no organisation is its own. */
  private static String organisation(String domain) {
    String name = domain.strip().toLowerCase(Locale.ROOT);
    try {
      InternetDomainName parsed = InternetDomainName.from(name);
      return parsed.isUnderPublicSuffix() ? parsed.topPrivateDomain().toString() : name;
    } catch (IllegalArgumentException noDomain) {
      return name;
    }
  }
}
