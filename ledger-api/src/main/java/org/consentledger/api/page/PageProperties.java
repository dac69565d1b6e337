package org.consentledger.api.page;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about pages.
 *
 * @param embeddedBy the sites that may show the consent form within their own pages, such as {@code
 *     https://www.example.kz}; none by default
 */
@ConfigurationProperties("ledger.pages")
public record PageProperties(@DefaultValue List<String> embeddedBy) {

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?");

  /** Refuses what is no origin: it would end up in a header. */
  public PageProperties {
    embeddedBy = List.copyOf(embeddedBy);
    if (!embeddedBy.stream().allMatch(site -> ORIGIN.matcher(site).matches())) {
      throw new IllegalArgumentException(
          "ledger.pages.embedded-by lists sites such as https://www.example.kz, without a path.");
    }
  }
}
