package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.log.verify.FindingAssert.assertFound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consentledger.core.log.verify.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage becomes a finding and is never thrown. */
class DamageTest {

  private static final LogFixture LOG = LogFixture.ofSize(300);
  private static final ArchiveBuilder HONEST = ArchiveBuilder.whole(LOG);

  @TempDir Path folder;

  @Test
  void what_is_no_archive_is_found() throws Exception {
    Path garbage = Files.write(folder.resolve("garbage"), new byte[5000]);
    Path empty = Files.createFile(folder.resolve("empty"));
    for (Path path : List.of(garbage, empty, folder.resolve("missing"))) {
      assertFound(verify(path).findings()).only(Code.ARCHIVE, "the archive cannot be read");
    }
    Path emptyFolder = Files.createDirectory(folder.resolve("folder"));
    assertFound(verify(emptyFolder).findings()).contains(Code.FILE, "checkpoint is missing");
  }

  @Test
  void files_full_of_garbage_are_found() throws Exception {
    byte[] garbage = new byte[20_000];
    new Random(1).nextBytes(garbage);
    for (String name : HONEST.files().keySet()) {
      if (!name.equals("index.html") && !name.endsWith(".tsr")) {
        assertThat(HONEST.copy().put(name, garbage).findings(folder)).as(name).isNotEmpty();
        assertThat(HONEST.copy().put(name, new byte[0]).findings(folder)).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void a_packed_file_that_does_not_unpack_is_found() throws Exception {
    Path path = HONEST.zip(folder.resolve("archive.zip"));
    byte[] packed = Files.readAllBytes(path);
    int at = indexOf(packed, "events.ndjson") + 2000;
    Arrays.fill(packed, at, at + 50, (byte) 0xFF);
    Files.write(path, packed);
    assertFound(verify(path).findings()).contains(Code.ARCHIVE, "events.ndjson cannot be read on");
  }

  @Test
  void files_that_are_too_long_are_not_read() throws Exception {
    byte[] large = new byte[20 << 20];
    assertFound(HONEST.copy().put("checkpoint", large).findings(folder))
        .only(Code.ARCHIVE, "checkpoint cannot be read");
    assertFound(HONEST.copy().put("tile/0/000", large).findings(folder))
        .only(Code.ARCHIVE, "tile/0/000 cannot be read");
    assertFound(HONEST.copy().put("tile/entries/000", large).findings(folder))
        .contains(Code.ARCHIVE, "tile/entries/000 cannot be read");
  }

  @Test
  void files_that_come_twice_in_a_packed_archive_are_found() throws Exception {
    for (String name : List.of("manifest.json", "tile/1/000.p/1")) {
      // Of the same length, so that the other offsets stay right.
      String other = name.replace("manifest.json", "a-page.html!!").replace(".p/1", ".p/9");
      Path path = folder.resolve("twice.zip");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
        for (String each : HONEST.files().keySet()) {
          put(zip, each, HONEST.files().get(each));
        }
        put(zip, other, HONEST.files().get(name));
      }
      Files.write(path, renamed(Files.readAllBytes(path), other, name));
      assertFound(verify(path).findings()).only(Code.FILE, "is there twice");
    }
  }

  @Test
  void a_line_that_is_too_long_is_found_and_passed_over() throws Exception {
    Path archive = HONEST.folder(folder.resolve("archive"));
    byte[] lines = HONEST.files().get("events.ndjson");
    int second = NewlineSearch.find(lines, 0, lines.length) + 1;
    byte[] longer = new byte[lines.length + Lines.LONGEST_LINE + 2];
    Arrays.fill(longer, (byte) ' ');
    System.arraycopy(lines, 0, longer, 0, second);
    longer[second + Lines.LONGEST_LINE + 1] = '\n';
    int rest = second + Lines.LONGEST_LINE + 2;
    System.arraycopy(lines, second, longer, rest, lines.length - second);
    Files.write(archive.resolve("events.ndjson"), longer);

    assertFound(verify(archive).findings())
        .only(Code.LINE, "events.ndjson: before line 3 one is too long");
  }

  @Test
  void a_hundred_findings_are_kept_and_all_are_counted() throws Exception {
    List<String> garbage = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      garbage.add("");
    }
    Path path =
        HONEST.copy().lines("events.ndjson", lines -> garbage).zip(folder.resolve("archive.zip"));
    Verification verification = verify(path);

    assertThat(verification.findings()).hasSize(100);
    // Each line, each event that has none, and the number of events.
    assertThat(verification.findingsInAll()).isEqualTo(50_000 + 298 + 1);
    assertThat(verification.isSound()).isFalse();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] renamed(byte[] packed, String before, String after) {
    byte[] renamed = packed.clone();
    for (int at = indexOf(renamed, before); at >= 0; at = indexOf(renamed, before)) {
      System.arraycopy(after.getBytes(), 0, renamed, at, after.length());
    }
    return renamed;
  }

  private static int indexOf(byte[] bytes, String text) {
    for (int at = 0; at <= bytes.length - text.length(); at++) {
      if (Arrays.equals(bytes, at, at + text.length(), text.getBytes(), 0, text.length())) {
        return at;
      }
    }
    return -1;
  }

  private static Verification verify(Path path) {
    return new ArchiveVerifier(Anchors.none(), (done, total) -> {}).verify(path);
  }
}
