package org.consentledger.api.mail.letter;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base 64 as far as it goes: whatever is no letter of it is passed over (RFC 2045, 6.8).
 */
final class LenientBase64 {

  private LenientBase64() {}

  static byte[] decode(byte[] written) {
    ByteArrayOutputStream letters = new ByteArrayOutputStream(written.length);
    for (byte letter : written) {
      if (letter == '=') {
        break;
      }
      if (isLetter(letter)) {
        letters.write(letter);
      }
    }
    byte[] all = letters.toByteArray();
    int whole = all.length % 4 == 1 ? all.length - 1 : all.length;
    return Base64.getDecoder().decode(Arrays.copyOf(all, whole));
  }

  private static boolean isLetter(byte letter) {
    return (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9')
        || letter == '+'
        || letter == '/';
  }
}
