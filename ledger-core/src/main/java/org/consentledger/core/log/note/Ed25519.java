package org.consentledger.core.log.note;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Public keys of Ed25519 (RFC 8032) in their 32 bytes, and what they verify, by the JDK. */
final class Ed25519 {

  static final int KEY_LENGTH = 32;
  static final int SIGNATURE_LENGTH = 64;

  private static final String ALGORITHM = "Ed25519";
  private static final int SIGN_BIT = 0x80;

  private Ed25519() {}

  /** A public key in its 32 bytes: y, the lower byte first, and the sign of x in the last bit. */
  static PublicKey publicKey(byte[] encoded) {
    byte[] bigEndian = reversed(encoded);
    boolean isOdd = (bigEndian[0] & SIGN_BIT) != 0;
    bigEndian[0] &= (byte) ~SIGN_BIT;
    EdECPoint point = new EdECPoint(isOdd, new BigInteger(1, bigEndian));
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    } catch (GeneralSecurityException noPoint) {
      throw new IllegalArgumentException("Not an Ed25519 public key.", noPoint);
    }
  }

  static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    return JdkSignature.verify(ALGORITHM, key, message, signed);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
