package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Wherever a bit of an archive is changed, something is found, and nothing is thrown. */
class BitFlipProperties {

  private static final LogFixture LOG = LogFixture.ofSize(270);

  private static final ArchiveBuilder WHOLE = with(ArchiveBuilder.whole(LOG), 5, 200);

  /** Only the tree shows that a checkpoint has to have two signatures of the log. */
  private static final ArchiveBuilder SELECTION = with(ArchiveBuilder.selection(LOG), 3, 200);

  private static final Anchors KNOWN =
      new Anchors(
          Optional.of(LogFixture.NEW_KEY.verifierKey()),
          List.of(),
          List.of(LogFixture.WITNESS.cosignatureVerifierKey(), LogFixture.NEWER_WITNESS.key()));

  /** What an archive says of itself and nothing else confirms. */
  private static final Pattern NOT_COVERED =
      Pattern.compile("\"createdAt\": \"[^\"]*\"|\"issuedAt\":\"[^\"]*\"|\"types\": [^\n]*");

  private Path folder;

  @BeforeProperty
  void create() throws IOException {
    folder = Files.createTempDirectory("bit-flips");
  }

  @AfterProperty
  void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 400)
  void in_a_whole_archive(@ForAll Random random) throws IOException {
    assertFlipIsFound(WHOLE.copy(), random);
  }

  @Property(tries = 200)
  void in_a_selection(@ForAll Random random) throws IOException {
    assertFlipIsFound(SELECTION.copy(), random);
  }

  /** Around the files as well: a date, a name, a length, and in pages for the reader. */
  @Property(tries = 400)
  void in_a_packed_archive(@ForAll Random random) throws IOException {
    Path path = folder.resolve("packed.zip");
    SELECTION.copy().put("index.html", "<!doctype html><title>Кепілдік</title>").zip(path);
    byte[] packed = Files.readAllBytes(path);
    BitSet compressed = compressed(path);
    int at = random.nextInt(packed.length);
    flip(packed, at, random);
    Files.write(path, packed);

    // Bits of a compression may be such that the same is unpacked.
    if (!compressed.get(at)) {
      assertThat(verify(path).findings()).as("byte %d of %d", at, packed.length).isNotEmpty();
    }
  }

  /** Which bytes of a ZIP file, written by the JDK, hold what files were compressed to. */
  private static BitSet compressed(Path path) throws IOException {
    BitSet compressed = new BitSet();
    int next = 0;
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        int begin = next + 30 + entry.getName().length();
        int end = begin + (int) entry.getCompressedSize();
        compressed.set(begin, end);
        next = end + 16;
      }
    }
    return compressed;
  }

  @Property(tries = 100)
  void in_a_packed_archive_nothing_is_thrown(@ForAll Random random) throws IOException {
    Path path = folder.resolve("archive.zip");
    byte[] packed = Files.readAllBytes(WHOLE.zip(path));
    for (int i = 0; i <= random.nextInt(3); i++) {
      flip(packed, random.nextInt(packed.length), random);
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(packed.length) : packed.length;
    Files.write(path, Arrays.copyOf(packed, length));
    Verification verification = verify(path);

    assertThat(verification.isSound()).isEqualTo(verification.findings().isEmpty());
    if (length < packed.length) {
      assertThat(verification.findings()).isNotEmpty();
    }
  }

  private void assertFlipIsFound(ArchiveBuilder archive, Random random) throws IOException {
    List<String> names =
        archive.files().keySet().stream()
            .filter(name -> !name.equals("index.html") && !name.endsWith(".tsr"))
            .toList();
    String name = names.get(random.nextInt(names.size()));
    byte[] bytes = archive.files().get(name);
    int at = random.nextInt(bytes.length);
    flip(bytes, at, random);
    if (isCovered(archive.text(name), at)) {
      assertThat(verify(archive.folder(folder)).findings())
          .as("%s, byte %d", name, at)
          .isNotEmpty();
    }
  }

  /** The archive with earlier checkpoints of these sizes alone: signatures take their time. */
  private static ArchiveBuilder with(ArchiveBuilder archive, int... sizes) {
    return archive.lines(
        "checkpoints.ndjson",
        lines ->
            lines.stream()
                .filter(
                    line ->
                        Arrays.stream(sizes).anyMatch(it -> line.contains("\"size\":" + it + ",")))
                .toList());
  }

  private static boolean isCovered(String text, int at) {
    Matcher spans = NOT_COVERED.matcher(text);
    while (spans.find()) {
      int from = text.substring(0, spans.start()).getBytes(StandardCharsets.UTF_8).length;
      int to = text.substring(0, spans.end()).getBytes(StandardCharsets.UTF_8).length;
      if (at >= from && at < to) {
        return false;
      }
    }
    return true;
  }

  private static void flip(byte[] bytes, int at, Random random) {
    bytes[at] ^= (byte) (1 << random.nextInt(8));
  }

  private static Verification verify(Path path) {
    return new ArchiveVerifier(KNOWN, (done, total) -> {}).verify(path);
  }
}
