package org.consentledger.api.log;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/** Bundles of entries, compressed in transfer as C2SP's tlog-tiles recommends. */
final class Gzip {

  /** It is named, and not with the weight 0 (RFC 9110, 12.5.3). */
  private static final Pattern TAKEN =
      Pattern.compile(
          "(?:^|.*,)\\s*gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,.*|$)",
          Pattern.CASE_INSENSITIVE);

  private Gzip() {}

  static boolean isTakenBy(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)).stream()
        .anyMatch(each -> TAKEN.matcher(each).matches());
  }

  static byte[] compress(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
