package org.consentledger.core.log.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consentledger.core.log.merkle.EntryBundle;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.TilePath;

/** Builds archives of a log: honest ones, in which files can then be changed one by one. */
final class ArchiveBuilder {

  private final LogFixture log;
  private final Map<String, byte[]> files = new TreeMap<>();

  private ArchiveBuilder(LogFixture log) {
    this.log = log;
  }

  /** An archive with everything. */
  static ArchiveBuilder whole(LogFixture log) {
    ArchiveBuilder archive = new ArchiveBuilder(log);
    archive.putHead("WHOLE", log.events().size());
    archive.putTiles();
    archive.put("events.ndjson", lines(log.events().stream().map(LogFixture.Event::line)));
    return archive;
  }

  /** An archive with a third of the events, and all that removed a payload. */
  static ArchiveBuilder selection(LogFixture log) {
    ArchiveBuilder archive = new ArchiveBuilder(log);
    List<LogFixture.Event> chosen =
        log.events().stream().filter(it -> it.leaf() % 3 == 0 || it.isRemoving()).toList();
    archive.putHead("SELECTION", chosen.size());
    archive.put("events.ndjson", lines(chosen.stream().map(archive::proved)));
    return archive;
  }

  /** The same archive, to be changed by itself. */
  ArchiveBuilder copy() {
    ArchiveBuilder copy = new ArchiveBuilder(log);
    files.forEach((name, bytes) -> copy.put(name, bytes.clone()));
    return copy;
  }

  Map<String, byte[]> files() {
    return files;
  }

  ArchiveBuilder put(String name, String text) {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ArchiveBuilder put(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  ArchiveBuilder remove(String name) {
    if (files.remove(name) == null) {
      throw new IllegalArgumentException("There is no " + name + ".");
    }
    return this;
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  /** Replaces text in a file, which must be there. */
  ArchiveBuilder replace(String name, String before, String after) {
    if (!text(name).contains(before)) {
      throw new IllegalArgumentException("There is no " + before + " in " + name + ".");
    }
    return put(name, text(name).replace(before, after));
  }

  /** Changes the lines of a file. */
  ArchiveBuilder lines(String name, UnaryOperator<List<String>> change) {
    return put(name, lines(change.apply(text(name).lines().toList()).stream()));
  }

  /** Writes the archive as a ZIP file into the folder and verifies it. */
  List<Finding> findings(Path folder, Anchors anchors) throws IOException {
    Path path = zip(folder.resolve("archive.zip"));
    return new ArchiveVerifier(anchors, (done, total) -> {}).verify(path).findings();
  }

  /** The same, without anything from elsewhere. */
  List<Finding> findings(Path folder) throws IOException {
    return findings(folder, Anchors.none());
  }

  /** Writes the archive as a folder. */
  Path folder(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  /** Writes the archive as a ZIP file. */
  Path zip(Path path) throws IOException {
    try (OutputStream out = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return path;
  }

  private void putHead(String kind, int events) {
    int size = log.size();
    put(
        "manifest.json",
        """
        {"format": "consent-ledger/archive/v1", "kind": "%s", "origin": "%s", "size": %d,
         "events": %d, "createdAt": "2026-03-02T00:00:00Z", "types": ["consent.given"]}
        """
            .formatted(kind, LogFixture.ORIGIN, size, events));
    put("checkpoint", log.cosigned(size).format());
    List<String> keys =
        Stream.of(LogFixture.OLD_KEY, LogFixture.NEW_KEY)
            .limit(log.hasRotation() ? 2 : 1)
            .map(key -> key.verifierKey().toString())
            .toList();
    put("vkeys", lines(keys.stream()));
    put("vkey", keys.getLast() + "\n");
    put("index.html", "<p>Run the verifier.</p>");
    int[] earlier =
        IntStream.of(1, 3, LogFixture.ROTATION + 1, 200, 256, 300, 65_536)
            .filter(it -> it < size)
            .toArray();
    put("checkpoints.ndjson", lines(Arrays.stream(earlier).mapToObj(this::earlier)));
    int stamped = Math.max(1, size - 1);
    put("timestamps/" + stamped + ".tsr", "stamped");
    put("timestamps/" + stamped + ".checkpoint", log.checkpoint(stamped).format());
  }

  private String earlier(int size) {
    return "{\"size\":%d,\"issuedAt\":\"2026-03-01T12:00:00Z\",\"note\":%s}"
        .formatted(size, LogFixture.quoted(log.checkpoint(size).format()));
  }

  private void putTiles() {
    TilePath.all(log.size())
        .forEach(
            tile -> {
              int start = (int) tile.index() * TilePath.FULL;
              put(
                  tile.toString(),
                  tile.isEntries()
                      ? EntryBundle.encode(log.entries().subList(start, start + tile.width()))
                      : log.hashes(tile.level(), tile.index(), tile.width()));
            });
  }

  private String proved(LogFixture.Event event) {
    String entry = new String(log.entries().get(event.leaf()), StandardCharsets.UTF_8);
    String proof =
        log.inclusion(event.leaf()).stream()
            .map(Hash::base64)
            .collect(Collectors.joining("\",\"", "[\"", "\"]"))
            .replace("[\"\"]", "[]");
    String line = event.line();
    return line.substring(0, line.length() - 1)
        + ",\"entry\":"
        + LogFixture.quoted(entry)
        + ",\"proof\":"
        + proof
        + "}";
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }
}
