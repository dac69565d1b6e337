package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.log.verify.Finding.Code;
import org.jspecify.annotations.Nullable;

/**
 * What a ZIP file says of its files says it twice: in a header before each, and in the directory at
 * its end (PKWARE's APPNOTE, 4.3). The JDK reads the directory alone; here both must say the same,
 * and nothing may stand between, so that a bit that was changed outside of the files is found as
 * well. It holds for whatever program packed the file. Archives above 4 GB or 65,534 files (ZIP64)
 * are passed over.
 */
final class ZipPacking {

  private static final int END_LENGTH = 22;
  private static final int END = 0x06054b50;
  private static final int DIRECTORY_LENGTH = 46;
  private static final int DIRECTORY = 0x02014b50;
  private static final int HEADER_LENGTH = 30;
  private static final int HEADER = 0x04034b50;
  private static final int DESCRIPTOR_LENGTH = 16;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int HAS_DESCRIPTOR = 1 << 3;
  private static final long ZIP64 = 0xffff_ffffL;
  private static final int ZIP64_FILES = 0xffff;

  private final FileChannel file;
  private final Findings findings;

  /**
   * A file as the directory describes it.
   *
   * @param isPlain whether it is made by the version that it needs and has no attributes, as the
   *     JDK packs
   */
  private record Packed(
      String name,
      boolean isPlain,
      int version,
      int flags,
      int method,
      int time,
      int checksum,
      long packed,
      long unpacked,
      long offset) {}

  private ZipPacking(FileChannel file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Makes findings of whatever does not fit. */
  static void check(Path path, Findings findings) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      new ZipPacking(file, findings).check();
    }
  }

  private void check() throws IOException {
    ByteBuffer end = read(file.size() - END_LENGTH, END_LENGTH);
    if (end == null || end.getInt() != END) {
      found("the end of the ZIP file is not at its end");
      return;
    }
    int disks = end.getInt();
    int here = unsigned(end.getShort());
    int files = unsigned(end.getShort());
    long length = unsigned(end.getInt());
    long offset = unsigned(end.getInt());
    if (files == ZIP64_FILES || length == ZIP64 || offset == ZIP64) {
      return;
    }
    if (disks != 0 || here != files || offset + length != file.size() - END_LENGTH) {
      found("the end of the ZIP file describes another directory than the one before it");
      return;
    }
    List<Packed> directory = directory(offset, length, files);
    if (directory != null) {
      checkHeaders(directory, offset);
      checkMade(directory);
    }
  }

  private @Nullable List<Packed> directory(long offset, long length, int files) throws IOException {
    ByteBuffer bytes = length > Integer.MAX_VALUE ? null : read(offset, (int) length);
    List<Packed> directory = new ArrayList<>();
    while (bytes != null && directory.size() < files && bytes.remaining() >= DIRECTORY_LENGTH) {
      if (bytes.getInt() != DIRECTORY) {
        break;
      }
      int by = unsigned(bytes.getShort());
      int version = unsigned(bytes.getShort());
      int flags = unsigned(bytes.getShort());
      int method = unsigned(bytes.getShort());
      int time = bytes.getInt();
      int checksum = bytes.getInt();
      long packed = unsigned(bytes.getInt());
      long unpacked = unsigned(bytes.getInt());
      int name = unsigned(bytes.getShort());
      int more = unsigned(bytes.getShort()) + unsigned(bytes.getShort());
      int disk = unsigned(bytes.getShort());
      int attributes = bytes.getShort() | bytes.getInt();
      long header = unsigned(bytes.getInt());
      if (disk != 0 || bytes.remaining() < name + more) {
        break;
      }
      byte[] text = new byte[name];
      bytes.get(text);
      bytes.position(bytes.position() + more);
      directory.add(
          new Packed(
              new String(text, StandardCharsets.UTF_8),
              by == version && attributes == 0,
              version,
              flags,
              method,
              time,
              checksum,
              packed,
              unpacked,
              header));
    }
    if (bytes == null || directory.size() < files || bytes.hasRemaining()) {
      found("file " + directory.size() + " of the directory of the ZIP file is malformed");
      return null;
    }
    return directory;
  }

  private void checkHeaders(List<Packed> directory, long end) throws IOException {
    long next = 0;
    for (Packed packed : directory) {
      if (packed.offset() != next) {
        found(packed.name() + " does not begin where the file before it ends");
        return;
      }
      ByteBuffer header =
          read(next, HEADER_LENGTH + packed.name().getBytes(StandardCharsets.UTF_8).length);
      if (header == null || !isHeaderOf(packed, header)) {
        found(packed.name() + ": its header and the directory of the ZIP file do not agree");
        return;
      }
      next += header.limit() + unsigned(header.getShort(28)) + packed.packed();
      if ((packed.flags() & HAS_DESCRIPTOR) != 0) {
        ByteBuffer descriptor = read(next, DESCRIPTOR_LENGTH);
        if (descriptor == null) {
          found("the ZIP file ends in " + packed.name());
          return;
        }
        // Its signature may be left out.
        next += descriptor.getInt(0) == DESCRIPTOR ? DESCRIPTOR_LENGTH : DESCRIPTOR_LENGTH - 4;
        if (!isDescriptorOf(packed, descriptor)) {
          found(packed.name() + ": what stands behind it and the directory do not agree");
          return;
        }
      }
    }
    if (next != end) {
      found("something stands before the directory of the ZIP file");
    }
  }

  private static boolean isHeaderOf(Packed packed, ByteBuffer header) {
    boolean isLater = (packed.flags() & HAS_DESCRIPTOR) != 0;
    boolean agrees =
        header.getInt() == HEADER
            && unsigned(header.getShort()) == packed.version()
            && unsigned(header.getShort()) == packed.flags()
            && unsigned(header.getShort()) == packed.method()
            && header.getInt() == packed.time()
            && isSaid(header.getInt(), packed.checksum(), isLater)
            && isSaid(header.getInt(), (int) packed.packed(), isLater)
            && isSaid(header.getInt(), (int) packed.unpacked(), isLater);
    int length = unsigned(header.getShort());
    header.getShort(); // how long what other programs add is; there the next file would not begin
    byte[] name = new byte[header.remaining()];
    header.get(name);
    return agrees
        && length == name.length
        && packed.name().equals(new String(name, StandardCharsets.UTF_8));
  }

  /** Some programs say it in the header, too, some leave it out there. */
  private static boolean isSaid(int said, int expected, boolean isLater) {
    return said == expected || (isLater && said == 0);
  }

  private static boolean isDescriptorOf(Packed packed, ByteBuffer descriptor) {
    descriptor.position(descriptor.getInt(0) == DESCRIPTOR ? 4 : 0);
    return descriptor.getInt() == packed.checksum()
        && unsigned(descriptor.getInt()) == packed.packed()
        && unsigned(descriptor.getInt()) == packed.unpacked();
  }

  /** The directory alone says who made a file, but of files from one hand it says the same. */
  private void checkMade(List<Packed> directory) {
    boolean isByTheLedger = directory.stream().anyMatch(Packed::isPlain);
    directory.stream()
        .filter(packed -> isByTheLedger && !packed.isPlain())
        .forEach(packed -> found(packed.name() + " has other attributes than its neighbours"));
  }

  /** Bytes of the ZIP file, in its order; none where there are not so many. */
  private @Nullable ByteBuffer read(long offset, int length) throws IOException {
    if (offset < 0 || offset + length > file.size()) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {
      // goes on
    }
    return bytes.hasRemaining() ? null : bytes.flip();
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }

  private void found(String what) {
    findings.add(Code.ARCHIVE, what);
  }
}
