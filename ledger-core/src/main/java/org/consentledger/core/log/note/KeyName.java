package org.consentledger.core.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.consentledger.core.log.merkle.Hasher;

/** What signed-note says of the names of keys and of their identifiers. */
final class KeyName {

  private KeyName() {}

  /** Not empty, without spaces of any script, plus signs and control characters. */
  static boolean isValid(String name) {
    return !name.isEmpty()
        && name.codePoints().noneMatch(it -> it == '+' || isSpace(it) || it < ' ')
        && StandardCharsets.UTF_8.newEncoder().canEncode(name);
  }

  static String require(String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          "The name of a key is not empty and has neither spaces nor plus signs.");
    }
    return name;
  }

  /** The identifier of a key: the first four bytes of SHA-256(name || 0x0A || type || key). */
  static int keyId(String name, byte type, byte[] publicKey) {
    MessageDigest digest = Hasher.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(type);
    return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
  }

  /** Eight lower-case hexadecimal digits. */
  static String format(int keyId) {
    return HexFormat.of().toHexDigits(keyId);
  }

  /** The property White_Space of Unicode, which is what Go's unicode.IsSpace asks for. */
  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x85;
  }
}
