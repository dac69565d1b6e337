package org.consentledger.api.mail.letter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes header text (RFC 2047), the way programs write it rather than the way they should: a
 * letter of two bytes that is cut between two encoded words comes out whole, and bytes that are not
 * encoded at all are read as well.
 */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s*]+)(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?=");
  private static final Pattern NOT_PRINTED = Pattern.compile("\\p{Cntrl}+");

  private EncodedWords() {}

  /**
   * Decodes a header value.
   *
   * @param value unfolded, bytes beyond ASCII as ISO-8859-1
   * @return one line, without control characters
   */
  static String decode(String value) {
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = null;
    Matcher word = WORD.matcher(value);
    int end = 0;
    while (word.find()) {
      String between = value.substring(end, word.start());
      boolean adjoins = charset != null && between.isBlank();
      if (!adjoins || !word.group(1).equalsIgnoreCase(charset)) {
        flush(bytes, charset, text);
        text.append(adjoins ? "" : GuessedText.guess(between));
      }
      charset = word.group(1);
      bytes.writeBytes(bytes(word.group(2), word.group(3)));
      end = word.end();
    }
    flush(bytes, charset, text);
    text.append(GuessedText.guess(value.substring(end)));
    return NOT_PRINTED.matcher(text).replaceAll(" ").strip();
  }

  private static void flush(
      ByteArrayOutputStream bytes, @Nullable String charset, StringBuilder text) {
    text.append(GuessedText.decode(bytes.toByteArray(), charset));
    bytes.reset();
  }

  private static byte[] bytes(String encoding, String content) {
    return encoding.toUpperCase(Locale.ROOT).equals("B")
        ? LenientBase64.decode(content.getBytes(StandardCharsets.ISO_8859_1))
        : quoted(content);
  }

  private static byte[] quoted(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] written = content.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < written.length; i++) {
      boolean hexadecimal =
          written[i] == '='
              && i + 2 < written.length
              && HexFormat.isHexDigit(written[i + 1])
              && HexFormat.isHexDigit(written[i + 2]);
      if (hexadecimal) {
        bytes.write(HexFormat.fromHexDigits(content, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(written[i] == '_' ? ' ' : written[i]);
      }
    }
    return bytes.toByteArray();
  }
}
