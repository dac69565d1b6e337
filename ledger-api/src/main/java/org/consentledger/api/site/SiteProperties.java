package org.consentledger.api.site;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about the public site.
 *
 * @param linkValidFor how long a mailed link leads to a person's own page
 * @param sessionValidFor how long the page stays open then, whatever one does
 * @param mostBySource how much may be sent from one address within an hour
 * @param mostByMailbox how many letters one mailbox gets within a day because somebody asked here
 */
@ConfigurationProperties("ledger.site")
public record SiteProperties(
    @DefaultValue("PT30M") Duration linkValidFor,
    @DefaultValue("PT1H") Duration sessionValidFor,
    @DefaultValue("30") int mostBySource,
    @DefaultValue("5") int mostByMailbox) {

  /** Refuses what would let nobody in, or for ever. */
  public SiteProperties {
    boolean sensible =
        linkValidFor.isPositive()
            && sessionValidFor.isPositive()
            && mostBySource > 0
            && mostByMailbox > 0;
    if (!sensible) {
      throw new IllegalArgumentException("ledger.site.* takes numbers and times above nought.");
    }
  }
}
