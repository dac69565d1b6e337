package org.consentledger.api.mail.intake;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The beginning of something that may be longer than is good. */
final class FirstBytes {

  private final byte[] content;
  private final boolean all;

  private FirstBytes(byte[] content, boolean all) {
    this.content = content;
    this.all = all;
  }

  /** Writes what there is to read. */
  @FunctionalInterface
  interface Writer {

    void writeTo(OutputStream out) throws MessagingException, IOException;
  }

  /** Reads at most so many bytes, and then no more. */
  static FirstBytes of(Writer writer, int most) throws MessagingException, IOException {
    Upto taken = new Upto(most);
    try {
      writer.writeTo(taken);
      return new FirstBytes(taken.toByteArray(), true);
    } catch (Enough enough) {
      return new FirstBytes(taken.toByteArray(), false);
    }
  }

  byte[] content() {
    return content;
  }

  boolean areAll() {
    return all;
  }

  /** What has been read is enough. */
  private static final class Enough extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /** Takes bytes up to a number of them. */
  private static final class Upto extends OutputStream {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final int most;

    Upto(int most) {
      this.most = most;
    }

    @Override
    public void write(int next) throws IOException {
      write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int room = Math.min(length, most - taken.size());
      taken.write(bytes, offset, room);
      if (room < length) {
        throw new Enough();
      }
    }

    byte[] toByteArray() {
      return taken.toByteArray();
    }
  }
}
