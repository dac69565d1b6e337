package org.consentledger.api.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** What may be a webhook's address. No refusal repeats it. */
final class WebhookAddress {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST = 2000;

  private WebhookAddress() {}

  /**
   * Reads an address.
   *
   * @throws ProblemException where it may not be a webhook's
   */
  static URI parse(String text, AddressGuard guard) {
    URI address = read(text);
    String host = address.getHost();
    if (text.length() > LONGEST || host == null || address.getPort() > 65_535) {
      throw refused("must be an address such as https://crm.example.kz/events");
    }
    if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
      throw refused("must hold neither a user nor a fragment");
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean isHere = THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    if (!scheme.equals("https") && !(scheme.equals("http") && isHere)) {
      throw refused("must begin with https; http is for this machine alone");
    }
    boolean isAllowed =
        isHere
            ? guard.allows(InetAddress.getLoopbackAddress())
            : literal(host).map(guard::allows).orElse(true);
    if (!isAllowed) {
      throw refused(
          "must not lead to this machine or into a private network, unless"
              + " ledger.webhooks.allow-private-addresses says so");
    }
    return address;
  }

  private static URI read(String text) {
    try {
      return new URI(text).parseServerAuthority();
    } catch (URISyntaxException malformed) {
      throw refused("must be an address such as https://crm.example.kz/events");
    }
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  private static ProblemException refused(String expected) {
    return new ProblemException(
        Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "INVALID_INPUT",
                "The input breaks the rules named in errors.")
            .withErrors(List.of(new InvalidInput("/url", "INVALID_INPUT", expected))));
  }
}
