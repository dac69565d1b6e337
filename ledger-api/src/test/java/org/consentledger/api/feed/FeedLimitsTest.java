package org.consentledger.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.feed.FeedClient.Told;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** How many may follow, and for how long. */
@TestPropertySource(
    properties = {
      "ledger.feed.most=2",
      "ledger.feed.heartbeat=50ms",
      "ledger.security.token-lifetime=4s"
    })
class FeedLimitsTest extends RunningLedger {

  private FeedClient client() {
    return new FeedClient("http://localhost:" + port, token("ledger.query"));
  }

  @Test
  void one_too_many_is_told_to_wait_and_gets_the_place_of_one_who_leaves() throws Exception {
    FeedClient client = client(); // with one token, which all must come within the life of
    InputStream first = client.open("").body();
    try (InputStream second = client.open("").body()) {
      assertThat(second.read()).isEqualTo('r');
      HttpResponse<InputStream> third = client.open("");
      try (InputStream body = third.body()) {
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(json.readTree(body).get("code").asString()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
      }
      first.close();
      Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
      while (!isLetIn()) {
        assertThat(Instant.now()).isBefore(deadline);
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private boolean isLetIn() throws IOException {
    HttpResponse<InputStream> answer = client().open("?follow=false");
    try (InputStream body = answer.body()) {
      body.readAllBytes();
      return answer.statusCode() == 200;
    }
  }

  @Test
  void a_feed_ends_with_the_token_that_opened_it() {
    List<Told> heard = new ArrayList<>();
    client().follow("", heard::add);
    assertThat(heard).extracting(Told::event).containsExactly("feed.ended");
    assertThat(heard.getFirst().json().get("reason").asString()).isEqualTo("TOKEN_EXPIRED");
  }
}
