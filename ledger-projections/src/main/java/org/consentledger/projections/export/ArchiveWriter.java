package org.consentledger.projections.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.log.StoredCheckpoint;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.note.VerifierKey;

/**
 * Writes an archive that proves itself, in the form that {@code core.log.verify} checks: a whole
 * history with its tree, or a selection of it with a proof for each event.
 */
final class ArchiveWriter {

  private static final int TILES_AT_ONCE = 3;

  /** The lines of a batch of events have about so many bytes; more make room for themselves. */
  private static final int USUAL_BATCH = 1 << 20;

  private final TransparencyLog log;
  private final Instant now;
  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private record Lines(int count, ByteArrayOutputStream bytes) {}

  ArchiveWriter(TransparencyLog log, Instant now) {
    this.log = log;
    this.now = now;
  }

  void write(
      ExportScope scope,
      StoredCheckpoint checkpoint,
      Map<String, Long> counts,
      ExportedEvents events,
      Exporter.Counting counting,
      OutputStream out)
      throws IOException {
    ZipOutputStream archive = new ZipOutputStream(out, StandardCharsets.UTF_8);
    archive.setLevel(Deflater.BEST_SPEED);
    ArchiveManifest manifest = new ArchiveManifest(scope, checkpoint, counts, now);
    text(archive, "index.html", new ArchiveIndexPage(manifest).html());
    text(archive, "manifest.json", manifest.json());
    text(archive, "checkpoint", checkpoint.note().format());
    List<VerifierKey> keys = log.keys();
    text(archive, "vkey", keys.getLast() + "\n");
    text(archive, "vkeys", keys.stream().map(key -> key + "\n").collect(Collectors.joining()));
    earlierCheckpoints(archive, scope, checkpoint.size());
    if (scope.isWhole()) {
      timeStamps(archive, checkpoint.size());
      tree(archive, checkpoint.size());
    }
    events(archive, scope, checkpoint.size(), events, counting);
    archive.finish();
  }

  /** A selection has none: it has no tree that could show that they are consistent. */
  private void earlierCheckpoints(ZipOutputStream archive, ExportScope scope, long size)
      throws IOException {
    archive.putNextEntry(entry("checkpoints.ndjson"));
    if (scope.isWhole()) {
      try (JsonGenerator line = json.createGenerator(archive)) {
        line.setRootValueSeparator(null);
        log.forEachEarlier(size, earlier -> write(line, earlier));
      }
    }
    archive.closeEntry();
  }

  private static void write(JsonGenerator line, StoredCheckpoint earlier) {
    try {
      line.writeStartObject();
      line.writeNumberField("size", earlier.size());
      line.writeStringField("issuedAt", earlier.signedAt().toString());
      line.writeStringField("note", earlier.note().format());
      line.writeEndObject();
      line.writeRaw('\n');
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Each stamp with the exact bytes that it is over, for {@code openssl ts -verify}. */
  private void timeStamps(ZipOutputStream archive, long size) {
    log.forEachTimeStamp(
        size,
        (stamped, stamp) -> {
          try {
            bytes(archive, "timestamps/" + stamped + ".checkpoint", stamp.stamped());
            bytes(archive, "timestamps/" + stamped + ".tsr", stamp.response());
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private void tree(ZipOutputStream archive, long size) {
    TilePath.all(size)
        .gather(Gatherers.mapConcurrent(TILES_AT_ONCE, path -> Map.entry(path, log.content(path))))
        .forEach(
            tile -> {
              TilePath path = tile.getKey();
              byte[] content = tile.getValue();
              try {
                archive.putNextEntry(
                    path.isEntries() ? entry(path.toString()) : stored(path, content));
                archive.write(content);
                archive.closeEntry();
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
  }

  private void events(
      ZipOutputStream archive,
      ExportScope scope,
      long size,
      ExportedEvents events,
      Exporter.Counting counting)
      throws IOException {
    archive.putNextEntry(entry("events.ndjson"));
    events.forEachBatch(
        batch -> new Lines(batch.size(), lines(scope, size, batch)),
        lines -> {
          lines.bytes().writeTo(archive);
          counting.more(lines.count());
        });
    archive.closeEntry();
  }

  private ByteArrayOutputStream lines(ExportScope scope, long size, List<ExportedEvent> batch)
      throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(USUAL_BATCH);
    try (JsonGenerator line = json.createGenerator(lines)) {
      line.setRootValueSeparator(null);
      EventLineWriter writer =
          new EventLineWriter(line, scope.isWhole() ? null : new CachedProofs(log.tiles(), size));
      for (ExportedEvent event : batch) {
        writer.write(event);
      }
    }
    return lines;
  }

  private void text(ZipOutputStream archive, String name, String content) throws IOException {
    bytes(archive, name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(ZipOutputStream archive, String name, byte[] content) throws IOException {
    archive.putNextEntry(entry(name));
    archive.write(content);
    archive.closeEntry();
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(now.toEpochMilli());
    return entry;
  }

  /** Hashes cannot be compressed. */
  private ZipEntry stored(TilePath path, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = entry(path.toString());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
