package org.consentledger.api.mail.letter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a letter comes from whom it says, as far as one's own mail server has proven it. */
public enum SenderProof {
  /** DMARC passed for the domain of its one From address. */
  DMARC,
  /** A DKIM signature of the organisation to which that domain belongs was verified. */
  ALIGNED_DKIM,
  /** Nothing proves it: anybody may have written the letter. */
  NONE;

  private static final String FIELD = "Authentication-Results";

  /**
   * What one's own server has proven (RFC 8601). Its statement is the topmost of all, because it
   * puts it above whatever came in; statements below, or of others, were not made by it and count
   * for nothing. A letter with no From address or with several is proven by nothing.
   */
  public static SenderProof of(Letter letter, MailTrust trust) {
    String server = trust.authenticationServer();
    Optional<String> sender = letter.sender();
    Optional<String> topmost = letter.headers().first(FIELD);
    if (server == null || sender.isEmpty() || topmost.isEmpty()) {
      return NONE;
    }
    return AuthenticationResults.parse(topmost.get())
        .filter(results -> results.server().equalsIgnoreCase(server.strip()))
        .map(results -> judge(results.results(), domain(sender.get())))
        .orElse(NONE);
  }

  private static SenderProof judge(List<AuthenticationResults.Result> results, String domain) {
    List<AuthenticationResults.Result> dmarc =
        results.stream().filter(result -> result.method().equals("dmarc")).toList();
    if (dmarc.stream().anyMatch(result -> result.value().equals("fail"))) {
      return NONE;
    }
    if (dmarc.stream().anyMatch(result -> result.passes() && isAbout(result, domain))) {
      return DMARC;
    }
    return results.stream().anyMatch(result -> isAlignedSignature(result, domain))
        ? ALIGNED_DKIM
        : NONE;
  }

  private static boolean isAbout(AuthenticationResults.Result dmarc, String domain) {
    return dmarc.property("header.from").filter(from -> !domain(from).equals(domain)).isEmpty();
  }

  private static boolean isAlignedSignature(AuthenticationResults.Result result, String domain) {
    return result.method().equals("dkim")
        && result.passes()
        && result
            .property("header.d")
            .or(() -> result.property("header.i").map(SenderProof::domain))
            .filter(signer -> Organisations.same(signer, domain))
            .isPresent();
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
  }
}
