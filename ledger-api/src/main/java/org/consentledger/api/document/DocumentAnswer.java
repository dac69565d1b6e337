package org.consentledger.api.document;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.consentledger.api.query.Paging;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.node.ObjectNode;

/** How a document is asked for, and answered: by form and by language. */
public final class DocumentAnswer {

  private DocumentAnswer() {}

  /**
   * The form that the {@code Accept} header prefers; one is known to be acceptable.
   *
   * @param forms all there are; the first is the one for who does not mind
   */
  public static <F> F preferred(
      HttpServletRequest request, List<F> forms, Function<F, MediaType> typeOf) {
    List<MediaType> wanted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
    MimeTypeUtils.sortBySpecificity(wanted);
    for (MediaType type : wanted) {
      for (F form : forms) {
        if (type.includes(typeOf.apply(form))) {
          return form;
        }
      }
    }
    return forms.getFirst();
  }

  /** The language that is asked for by its code, or else by {@code Accept-Language}. */
  public static Optional<Language> language(@Nullable String code, HttpServletRequest request) {
    if (code != null) {
      try {
        return Optional.of(Language.of(code));
      } catch (IllegalArgumentException none) {
        throw Paging.invalid("language is one of ru, kk, en.");
      }
    }
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

  /**
   * The answer, for the one who asked and to be asked for again.
   *
   * @param document what it is made of; PDF is never the same twice, this is
   */
  public static ResponseEntity<byte[]> of(
      MediaType type, Language language, ObjectNode document, DocumentProof proof, byte[] body) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(entityTag(type + " " + language + " " + proof, document))
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(body);
  }

  private static String entityTag(String form, ObjectNode document) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(form.getBytes(StandardCharsets.UTF_8));
      digest.update(CanonicalJson.bytes(document));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }
}
