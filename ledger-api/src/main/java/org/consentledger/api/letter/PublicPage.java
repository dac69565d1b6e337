package org.consentledger.api.letter;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consentledger.core.vocabulary.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a page that a letter leads to is answered: it runs nothing, and tells nobody its address. */
public final class PublicPage {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private PublicPage() {}

  /** The page. */
  public static ResponseEntity<String> answer(HttpStatus status, String page) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'")
        .body(page);
  }

  /** The first of the languages that a browser asks for which there is. */
  public static Optional<Language> wanted(HttpServletRequest request) {
    List<Locale> wanted =
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
            ? List.of()
            : Collections.list(request.getLocales());
    return wanted.stream()
        .flatMap(
            locale ->
                Arrays.stream(Language.values())
                    .filter(language -> language.code().equals(locale.getLanguage())))
        .findFirst();
  }
}
