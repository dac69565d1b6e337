package org.consentledger.api.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a page was asked for.
 *
 * @param text as it stands in the address after the question mark
 */
record Query(String text) {

  /** Also of what failed: what led to a failure is not repeated on a page. */
  static final Query NONE = new Query("");

  /** The query of the page. */
  static Query of(HttpServletRequest request) {
    return of(request.getQueryString());
  }

  /** A query that can be passed on as it came; none where it can not. */
  static Query of(@Nullable String text) {
    if (text == null) {
      return NONE;
    }
    try {
      UriComponentsBuilder.newInstance().query(text).build(true);
      return new Query(text);
    } catch (IllegalArgumentException notEncoded) {
      return NONE;
    }
  }

  /** A relative address with another value of a parameter, or without it. */
  String with(String parameter, @Nullable String value) {
    UriComponentsBuilder address = UriComponentsBuilder.newInstance().query(text);
    if (value == null) {
      address.replaceQueryParam(parameter);
    } else {
      address.replaceQueryParam(parameter, UriUtils.encode(value, StandardCharsets.UTF_8));
    }
    String relative = address.build(true).toUriString();
    return relative.isEmpty() ? "?" : relative;
  }
}
