package org.consentledger.api.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Requests that carry a file. Whoever asks the server for any parameter of theirs has it read the
 * whole file first; these parameters are of the address alone.
 */
public final class Uploads {

  private Uploads() {}

  /** Whether a request carries a file. */
  public static boolean isOne(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** A parameter in the address of a request. */
  public static @Nullable String parameterOfAddress(HttpServletRequest request, String name) {
    String value =
        UriComponentsBuilder.newInstance()
            .query(Query.of(request).text())
            .build()
            .getQueryParams()
            .getFirst(name);
    return value == null ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
  }

  /** A parameter, without reading a file for it. */
  static @Nullable String parameter(HttpServletRequest request, String name) {
    return isOne(request) ? parameterOfAddress(request, name) : request.getParameter(name);
  }
}
