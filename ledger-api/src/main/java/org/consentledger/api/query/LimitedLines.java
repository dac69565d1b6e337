package org.consentledger.api.query;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The lines of a stream that never ends, each up to a size. Blank lines count and are left out. */
public final class LimitedLines {

  private static final int BUFFER = 1 << 16;

  private final BufferedInputStream in;
  private final int limit;
  private final AtomicLong number = new AtomicLong();

  /** A line that was read, as the bytes that were sent. */
  public static final class Line {
    private final long number;
    private final byte[] bytes;
    private final boolean tooLong;

    private Line(long number, byte[] bytes, boolean tooLong) {
      this.number = number;
      this.bytes = bytes;
      this.tooLong = tooLong;
    }

    /** Its place in the stream; the first is 1. */
    public long number() {
      return number;
    }

    /** What it says; nothing of a line that is too long. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** How many bytes are held of it. */
    public int size() {
      return bytes.length;
    }

    /** Whether it is above the limit. */
    public boolean isTooLong() {
      return tooLong;
    }

    private boolean isBlank() {
      for (byte octet : bytes) {
        if (octet != ' ' && octet != '\t' && octet != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /**
   * Reads this stream.
   *
   * @param limit of a line, in bytes
   */
  public LimitedLines(InputStream in, int limit) {
    this.in = new BufferedInputStream(in, BUFFER);
    this.limit = limit;
  }

  /** The next line that is not blank; null where there is none. */
  public @Nullable Line next() throws IOException {
    Line line = read();
    while (line != null && line.isBlank()) {
      line = read();
    }
    return line;
  }

  /** Whether something has arrived that was not read yet, so that reading on will not wait. */
  public boolean hasArrived() throws IOException {
    return in.available() > 0;
  }

  /** Reads what is left, and forgets it. */
  public void discard() throws IOException {
    byte[] forgotten = new byte[BUFFER];
    while (in.read(forgotten) >= 0) {
      // the sender must be able to read the answer to its end
    }
  }

  private @Nullable Line read() throws IOException {
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
    return new Line(number.incrementAndGet(), tooLong ? new byte[0] : line.toByteArray(), tooLong);
  }
}
