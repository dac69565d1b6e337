package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records put aside in files, divided by their key, so that all records of a key come back together
 * and in their order, and no more than one part has to be in memory. The files are gone when this
 * is closed.
 */
final class Spill implements AutoCloseable {

  private static final int RECORD = 3 * Long.BYTES;
  private static final int BUFFER = 512 * RECORD;

  private final Path folder;
  private final String name;
  private final List<@Nullable Part> parts;

  private record Part(FileChannel file, ByteBuffer buffer) {}

  Spill(Path folder, String name, int count) {
    this.folder = folder;
    this.name = name;
    this.parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(null);
    }
  }

  void add(long key, long value, long position) throws IOException {
    ByteBuffer buffer = part(key).buffer();
    buffer.putLong(key).putLong(value).putLong(position);
    if (!buffer.hasRemaining()) {
      flush(part(key));
    }
  }

  int parts() {
    return parts.size();
  }

  /** Gives the records of one part, in the order in which they came; as often as it is asked. */
  void read(int index, Records.Taker taker) throws IOException {
    Part part = parts.get(index);
    if (part == null) {
      return;
    }
    flush(part);
    ByteBuffer buffer = part.buffer();
    for (long at = 0; at < part.file().size(); at += buffer.limit()) {
      buffer.clear();
      while (buffer.hasRemaining() && part.file().read(buffer, at + buffer.position()) > 0) {}
      buffer.flip();
      while (buffer.remaining() >= RECORD) {
        taker.take(buffer.getLong(), buffer.getLong(), buffer.getLong());
      }
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      if (part != null) {
        part.file().close();
      }
    }
  }

  private Part part(long key) throws IOException {
    int index = (int) Long.remainderUnsigned(key, parts.size());
    Part part = parts.get(index);
    if (part == null) {
      part = new Part(create(index), ByteBuffer.allocateDirect(BUFFER));
      parts.set(index, part);
    }
    return part;
  }

  private FileChannel create(int index) throws IOException {
    return FileChannel.open(
        folder.resolve(name + "-" + index),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void flush(Part part) throws IOException {
    ByteBuffer buffer = part.buffer().flip();
    while (buffer.hasRemaining()) {
      part.file().write(buffer);
    }
    buffer.clear();
  }
}
