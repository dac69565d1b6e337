package org.consentledger.core.log.merkle;

import java.util.Base64;

/**
 * Base 64 of RFC 4648, section 4, in the one spelling that its bytes have. The decoder of the JDK
 * takes missing padding and stray bits in the last character, so that two texts would mean the same
 * bytes and a changed text could pass unnoticed.
 */
public final class CanonicalBase64 {

  private CanonicalBase64() {}

  /** The text of these bytes, with padding. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The bytes that this text stands for.
   *
   * @throws IllegalArgumentException if it is not what {@link #encode} would write
   */
  public static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("Base 64 in a form that is not canonical.");
    }
    return bytes;
  }
}
