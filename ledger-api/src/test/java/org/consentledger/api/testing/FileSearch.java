package org.consentledger.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks for known bytes in every file of a folder, also within ZIP archives. A text is looked for
 * in each form in which a program may have written it.
 */
public final class FileSearch {

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final List<Pattern> patterns = new ArrayList<>();
  private final List<List<Pattern>> byBeginning = new ArrayList<>();

  private record Pattern(String name, String bytes) {}

  public FileSearch() {
    for (int i = 0; i < 1 << 16; i++) {
      byBeginning.add(List.of());
    }
  }

  /** Looks for bytes as they are, and in hexadecimal. */
  public FileSearch bytes(String name, byte[] bytes) {
    add(name, bytes);
    String hex = HexFormat.of().formatHex(bytes);
    add(name + " in hexadecimal", ascii(hex));
    add(name + " in hexadecimal", ascii(hex.toUpperCase(Locale.ROOT)));
    return this;
  }

  /** Looks for a text in all forms. */
  public FileSearch text(String text) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    for (String each :
        new TreeSet<>(
            List.of(
                text,
                text.toLowerCase(Locale.ROOT),
                text.toUpperCase(Locale.ROOT),
                Normalizer.normalize(text, Normalizer.Form.NFD)))) {
      byte[] utf8 = each.getBytes(StandardCharsets.UTF_8);
      forms.put(each, utf8);
      forms.put(each + " in UTF-16LE", each.getBytes(StandardCharsets.UTF_16LE));
      forms.put(each + " in UTF-16BE", each.getBytes(StandardCharsets.UTF_16BE));
      String percent = URLEncoder.encode(each, StandardCharsets.UTF_8);
      forms.put(each + " percent-encoded", ascii(percent));
      forms.put(each + " percent-encoded in lower case", ascii(percent.toLowerCase(Locale.ROOT)));
      forms.put(each + " escaped", ascii(escaped(each)));
      forms.put(
          each + " escaped in upper case",
          ascii(escaped(each).toUpperCase(Locale.ROOT).replace("\\U", "\\u")));
      for (int shift = 0; shift < 3; shift++) {
        String base64 = base64(utf8, shift);
        forms.put(each + " in base 64 at " + shift, ascii(base64));
        forms.put(
            each + " in URL's base 64 at " + shift,
            ascii(base64.replace('+', '-').replace('/', '_')));
      }
      forms.put(each + " in hexadecimal", ascii(HexFormat.of().formatHex(utf8)));
      forms.put(
          each + " in upper hexadecimal", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
    }
    forms.forEach(this::add);
    return this;
  }

  /** What of it does not depend on what stands before and behind it. */
  private static String base64(byte[] bytes, int shift) {
    byte[] shifted = new byte[shift + bytes.length];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    int whole = shifted.length / 3 * 3;
    String text = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, whole));
    return text.substring(shift == 0 ? 0 : 4);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char each : text.toCharArray()) {
      escaped.append(each < 128 ? String.valueOf(each) : String.format("\\u%04x", (int) each));
    }
    return escaped.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void add(String name, byte[] bytes) {
    if (bytes.length < 4) {
      throw new IllegalArgumentException(name + " is too short to be told from chance.");
    }
    Pattern pattern = new Pattern(name, new String(bytes, StandardCharsets.ISO_8859_1));
    if (patterns.stream().noneMatch(it -> it.bytes().equals(pattern.bytes()))) {
      patterns.add(pattern);
      int beginning = beginning(bytes, 0);
      List<Pattern> same = new ArrayList<>(byBeginning.get(beginning));
      same.add(pattern);
      byBeginning.set(beginning, same);
    }
  }

  /** What was found and where: one line each. */
  public List<String> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> find(file, folder.relativize(file).toString()).stream())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What was found in one text. */
  public List<String> in(String name, String text) {
    return find(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> find(Path file, String name) {
    try {
      byte[] content = Files.readAllBytes(file);
      List<String> found = new ArrayList<>(find(name, content));
      if (content.length > ZIP.length && Arrays.equals(content, 0, 4, ZIP, 0, 4)) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
          for (ZipEntry entry : Collections.list(archive.entries())) {
            byte[] unpacked = archive.getInputStream(entry).readAllBytes();
            found.addAll(find(name + "!" + entry.getName(), unpacked));
          }
        }
      }
      return found;
    } catch (NoSuchFileException deletedMeanwhile) {
      return List.of(); // by the server, which runs
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> find(String name, byte[] content) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 1 < content.length; i++) {
      for (Pattern pattern : byBeginning.get(beginning(content, i))) {
        if (matches(content, i, pattern.bytes())) {
          found.add(name + " at " + i + ": " + pattern.name());
        }
      }
    }
    return found;
  }

  private static int beginning(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private static boolean matches(byte[] content, int at, String pattern) {
    if (at + pattern.length() > content.length) {
      return false;
    }
    for (int i = 2; i < pattern.length(); i++) {
      if ((content[at + i] & 0xff) != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
