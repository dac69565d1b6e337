package org.consentledger.api.page;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * What a browser is told about pages: to run and load nothing but our files, to show them in no
 * other site's frame, to guess no types, and to tell nobody where one came from. That https is to
 * be used it is told over https alone.
 */
@Component
public final class PageHeaders {

  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

  /** For search engines: what is found by a mailed link, or after signing in, is nobody else's. */
  private static final List<String> UNLISTED = List.of("/confirm", "/unsubscribe");

  private final PageProperties properties;

  PageHeaders(PageProperties properties) {
    this.properties = properties;
  }

  /** Of pages that anybody may see. */
  void open(HeadersConfigurer<HttpSecurity> headers) {
    RequestMatcher embeddable = PagePaths.matcher(List.of(PagePaths.EMBEDDABLE));
    RequestMatcher alone = new NegatedRequestMatcher(embeddable);
    all(headers);
    headers
        .frameOptions(options -> options.disable())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .addHeaderWriter(only(embeddable, "Content-Security-Policy", CONTENT + embedding()))
        .addHeaderWriter(only(alone, "Content-Security-Policy", CONTENT + "'none'"))
        .addHeaderWriter(only(alone, "X-Frame-Options", "DENY"))
        .addHeaderWriter(only(PagePaths.matcher(UNLISTED), "X-Robots-Tag", "noindex"));
  }

  /** Of pages that know who is there. */
  public void personal(HeadersConfigurer<HttpSecurity> headers) {
    all(headers);
    headers
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT + "'none'"))
        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex"));
  }

  private static void all(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
  }

  private String embedding() {
    return String.join(
        " ", Stream.concat(Stream.of("'self'"), properties.embeddedBy().stream()).toList());
  }

  private static HeaderWriter only(RequestMatcher where, String name, String value) {
    return new DelegatingRequestMatcherHeaderWriter(where, new StaticHeadersWriter(name, value));
  }
}
