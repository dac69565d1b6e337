package org.consentledger.api.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/**
 * The tokens that one running ledger gave to tests, as services keep theirs: a secret is hashed
 * hundreds of thousands of times whenever a token is asked for, which would be a third of all work.
 */
@TestComponent
public final class TokensGiven {
  /** No test lasts longer; a token that ends sooner is not kept. */
  private static final Duration LONGEST_TEST = Duration.ofMinutes(10);

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(String token, Instant expires) {
    boolean outlivesTheTest() {
      return expires.isAfter(Instant.now().plus(LONGEST_TEST));
    }
  }

  /** A token of this client with these scopes; asked for if none is kept. */
  public String of(String client, String scopes, Supplier<JsonNode> asking) {
    return kept.compute(
            client + " " + scopes,
            (ignored, known) ->
                known != null && known.outlivesTheTest() ? known : kept(asking.get()))
        .token();
  }

  private static Kept kept(JsonNode answer) {
    return new Kept(
        answer.get("access_token").asString(),
        Instant.now().plusSeconds(answer.get("expires_in").asLong()));
  }
}
