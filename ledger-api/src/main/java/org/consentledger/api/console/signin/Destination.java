package org.consentledger.api.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where somebody wanted to go who must sign in first: a page of the console, and nothing else,
 * whoever wrote the address.
 *
 * @param path the path of a page, with its query
 */
public record Destination(String path) {

  /** The first page of the console. */
  public static final Destination FIRST_PAGE = new Destination("/console");

  /** No second slash, no backslash, no dots that lead up, nothing that begins another address. */
  private static final Pattern PAGE =
      Pattern.compile("/console(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*(?:\\?[A-Za-z0-9._~%=&+,:-]*)?");

  /** What a parameter says; the first page where it says anything that is no page. */
  public static Destination of(@Nullable String said) {
    if (said == null || !PAGE.matcher(said).matches() || said.startsWith("/console/sign-")) {
      return FIRST_PAGE;
    }
    return new Destination(said);
  }

  /** The page that a request asked for; the first page where there is no request. */
  public static Destination of(@Nullable HttpServletRequest request) {
    if (request == null) {
      return FIRST_PAGE;
    }
    String query = request.getQueryString();
    return of(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  /** Where one signs in and goes on from there. */
  public String signIn() {
    return after("/console/sign-in");
  }

  /** The address of a page after which one goes on from there. */
  public String after(String page) {
    return equals(FIRST_PAGE)
        ? page
        : page + "?to=" + UriUtils.encode(path, StandardCharsets.UTF_8);
  }
}
