package org.consentledger.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A search that finds nothing proves something only if it would have found it. */
class FileSearchTest {

  private static final String NAME = "Өмірзақова";

  @TempDir Path folder;

  @Test
  void a_text_is_found_in_each_form_and_wherever_it_stands() throws IOException {
    byte[] utf8 = NAME.getBytes(StandardCharsets.UTF_8);
    List<byte[]> forms =
        List.of(
            utf8,
            NAME.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
            NAME.getBytes(StandardCharsets.UTF_16LE),
            NAME.getBytes(StandardCharsets.UTF_16BE),
            ascii(HexFormat.of().formatHex(utf8)),
            ascii(URLEncoder.encode(NAME, StandardCharsets.UTF_8)),
            ascii(
                JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writeValueAsString(NAME)),
            ascii(base64("", "")),
            ascii(base64("a", "z")),
            ascii(base64("ab", "yz")),
            ascii(base64("abc", "xyz")));
    for (int i = 0; i < forms.size(); i++) {
      Path file = folder.resolve(String.valueOf(i));
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(new byte[i]);
        out.write(forms.get(i));
        out.write(new byte[] {0, 1, 2});
      }
      assertThat(new FileSearch().text(NAME).in(folder))
          .as("form %s", i)
          .anyMatch(it -> it.startsWith(file.getFileName() + " at "));
    }
    assertThat(new FileSearch().text("Жақсылықова").in(folder)).isEmpty();
  }

  @Test
  void a_text_is_found_within_an_archive() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("export.zip")))) {
      zip.putNextEntry(new ZipEntry("events.ndjson"));
      zip.write((NAME.repeat(50) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(new FileSearch().text(NAME).in(folder))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("export.zip!events.ndjson at "));
  }

  private static String base64(String before, String behind) {
    return Base64.getEncoder()
        .encodeToString((before + NAME + behind).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
