package org.consentledger.api.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.consentledger.core.log.ExportedHistory;
import org.consentledger.core.log.merkle.EntryBundle;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a whole export archive that was verified. */
final class UnpackedExport implements ExportedHistory, AutoCloseable {

  private final ZipFile archive;
  private final SignedNote checkpoint;
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private UnpackedExport(ZipFile archive, SignedNote checkpoint) {
    this.archive = archive;
    this.checkpoint = checkpoint;
  }

  static UnpackedExport open(Path file) {
    try {
      ZipFile archive = new ZipFile(file.toFile());
      JsonNode manifest = new JsonMapper().readTree(read(archive, "manifest.json"));
      if (!manifest.path("kind").asString("").equals("WHOLE")) {
        archive.close();
        throw new CommandFailed(
            "Only an export of the whole history can be put back, not a selection of it.");
      }
      return new UnpackedExport(archive, SignedNote.parse(read(archive, "checkpoint")));
    } catch (IOException unreadable) {
      throw new CommandFailed("The archive " + file + " cannot be read.");
    }
  }

  @Override
  public SignedNote checkpoint() {
    return checkpoint;
  }

  @Override
  public Stream<byte[]> entries() {
    long size = Checkpoint.parse(checkpoint.text()).size();
    return LongStream.range(0, (size + TilePath.FULL - 1) / TilePath.FULL)
        .mapToObj(index -> new TilePath(TilePath.ENTRIES, index, width(index, size)))
        .flatMap(path -> EntryBundle.entries(read(path.toString())).stream());
  }

  private static int width(long index, long size) {
    return (int) Math.min(TilePath.FULL, size - index * TilePath.FULL);
  }

  @Override
  public Stream<Event> eventsAfter(long position) {
    try {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  archive.getInputStream(archive.getEntry("events.ndjson")),
                  StandardCharsets.UTF_8));
      return lines
          .lines()
          .map(line -> json.readValue(line, Event.class))
          .filter(event -> event.position() > position)
          .onClose(
              () -> {
                try {
                  lines.close();
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private byte[] read(String name) {
    try {
      return read(archive, name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] read(ZipFile archive, String name) throws IOException {
    ZipEntry entry = archive.getEntry(name);
    if (entry == null) {
      throw new CommandFailed("The archive has no " + name + ".");
    }
    try (InputStream in = archive.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
