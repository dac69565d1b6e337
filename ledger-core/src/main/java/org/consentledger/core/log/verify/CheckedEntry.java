package org.consentledger.core.log.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of a file in a ZIP file, whose length and checksum the JDK does not compare itself. */
final class CheckedEntry extends CheckedInputStream {

  private final ZipEntry entry;
  private long length;

  CheckedEntry(InputStream in, ZipEntry entry) {
    super(in, new CRC32());
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    length += read < 0 ? 0 : 1;
    requireIntact(read);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int read = super.read(target, offset, count);
    length += Math.max(read, 0);
    requireIntact(read);
    return read;
  }

  private void requireIntact(int read) throws ZipException {
    boolean isIntact = length == entry.getSize() && getChecksum().getValue() == entry.getCrc();
    boolean isTooLong = length > entry.getSize(); // told at once: it may never end
    if (isTooLong || (read < 0 && !isIntact)) {
      throw new ZipException("length or checksum are not those in the ZIP file");
    }
  }
}
