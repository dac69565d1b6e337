package org.consentledger.core.log.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** ML-DSA-44 of FIPS 204 over raw public keys, by the JDK; the ledger verifies with it alone. */
final class MlDsa44 {

  static final int KEY_LENGTH = 1312;
  static final int SIGNATURE_LENGTH = 2420;

  /** What stands before the raw key in its SubjectPublicKeyInfo (RFC 9881, section 4). */
  private static final byte[] PREFIX =
      HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

  private static final String ALGORITHM = "ML-DSA-44";

  private MlDsa44() {}

  static PublicKey publicKey(byte[] encoded) {
    byte[] info = new byte[PREFIX.length + encoded.length];
    System.arraycopy(PREFIX, 0, info, 0, PREFIX.length);
    System.arraycopy(encoded, 0, info, PREFIX.length, encoded.length);
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(info));
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("Not an ML-DSA-44 public key.", noKey);
    }
  }

  static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    return JdkSignature.verify(ALGORITHM, key, message, signed);
  }
}
