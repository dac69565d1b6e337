package org.consentledger.api.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about following the history.
 *
 * @param most how many may follow at a node at the same time
 * @param heartbeat how often something is sent where nothing happens
 */
@ConfigurationProperties("ledger.feed")
record FeedProperties(@DefaultValue("200") int most, @DefaultValue("15s") Duration heartbeat) {

  FeedProperties {
    if (most < 0 || !heartbeat.isPositive()) {
      throw new IllegalArgumentException(
          "ledger.feed.most and ledger.feed.heartbeat are above zero.");
    }
  }
}
