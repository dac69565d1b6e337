package org.consentledger.api.mail.letter;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of bytes. Programs name encodings that do not exist, or another one than they write;
 * then it is UTF-8 if it can be, or what Cyrillic was written in before.
 */
final class GuessedText {

  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private GuessedText() {}

  /**
   * Decodes bytes.
   *
   * @param named the encoding that the letter names
   */
  static String decode(byte[] bytes, @Nullable String named) {
    return charset(named)
        .filter(known -> !known.equals(StandardCharsets.US_ASCII))
        .flatMap(known -> strictly(bytes, known))
        .orElseGet(() -> guess(bytes));
  }

  /** Decodes bytes whose encoding nobody names. */
  static String guess(byte[] bytes) {
    return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, CYRILLIC));
  }

  /** Undoes the reading of bytes as ISO-8859-1, as which mail headers are read. */
  static String guess(String header) {
    boolean bytes = header.chars().allMatch(character -> character <= 0xff);
    return bytes ? guess(header.getBytes(StandardCharsets.ISO_8859_1)) : header;
  }

  private static Optional<Charset> charset(@Nullable String named) {
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    String name = named.strip();
    for (String candidate : List.of(MimeUtility.javaCharset(name), name, dashed(name))) {
      try {
        return Optional.of(Charset.forName(candidate));
      } catch (IllegalArgumentException unknown) {
        // The next way of writing it may be known.
      }
    }
    return Optional.empty();
  }

  /** Names such as {@code win-1251}, {@code cp-1251} and {@code koi8r}. */
  private static String dashed(String name) {
    return name.replaceFirst("(?i)^(win|cp|windows)[-_ ]?(\\d+)$", "windows-$2")
        .replaceFirst("(?i)^koi8[-_ ]?([ru])$", "KOI8-$1");
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
