package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around the files of a ZIP file. */
class ZipPackingTest {

  private static final LogFixture LOG = LogFixture.ofSize(3);

  @TempDir private Path folder;

  private static List<Finding> findings(Path archive) {
    return new ArchiveVerifier(
            new Anchors(Optional.empty(), List.of(), List.of()), (done, total) -> {})
        .verify(archive)
        .findings();
  }

  @Test
  void files_that_were_packed_again_in_another_way_are_the_same_archive() throws IOException {
    Path stored = folder.resolve("stored.zip");
    try (OutputStream out = Files.newOutputStream(stored);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var file : ArchiveBuilder.whole(LOG).files().entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        CRC32 checksum = new CRC32();
        checksum.update(file.getValue());
        entry.setCrc(checksum.getValue());
        entry.setExtra(new byte[] {(byte) 0xfe, (byte) 0xca, 0, 0}); // as some programs do
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    assertThat(findings(stored)).isEmpty();
  }

  @Test
  void what_stands_before_between_or_behind_the_files_is_found() throws IOException {
    Path archive = folder.resolve("archive.zip");
    byte[] packed = Files.readAllBytes(ArchiveBuilder.whole(LOG).zip(archive));
    byte[] longer = Arrays.copyOf(packed, packed.length + 3);
    Files.write(archive, longer);
    assertThat(findings(archive)).isNotEmpty();

    byte[] before = new byte[packed.length + 3];
    System.arraycopy(packed, 0, before, 3, packed.length);
    Files.write(archive, before);
    assertThat(findings(archive)).isNotEmpty();
  }

  @Test
  void a_page_for_the_reader_must_be_what_was_packed() throws IOException {
    Path archive = folder.resolve("archive.zip");
    String page = "a page that was not compressed, because it is so short";
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      for (var file : ArchiveBuilder.whole(LOG).put("index.html", page).files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    assertThat(findings(archive)).isEmpty();
    String packed = Files.readString(archive, StandardCharsets.ISO_8859_1);
    Files.writeString(
        archive, packed.replace("a page that", "a page This"), StandardCharsets.ISO_8859_1);

    assertThat(findings(archive).toString()).contains("index.html cannot be read");
  }
}
