package org.consentledger.api.decision;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream that never ends, each up to a size. */
final class LimitedLines {
  /** What a line above the limit is read as: no question. */
  static final String TOO_LONG = "too long";

  private final InputStream in;
  private final int limit;

  /**
   * @param limit of a line, in bytes
   */
  LimitedLines(InputStream in, int limit) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.limit = limit;
  }

  /** The next line; null where there is none. Of a line above the limit nothing is kept. */
  @Nullable String next() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    for (; octet >= 0 && octet != '\n'; octet = in.read()) {
      tooLong |= line.size() == limit;
      if (!tooLong) {
        line.write(octet);
      }
    }
    return tooLong ? TOO_LONG : line.toString(StandardCharsets.UTF_8);
  }
}
