package org.consentledger.core.log.note;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm;

/**
 * A private key of RFC 8032, by Bouncy Castle: each command's answer carries a signature, for which
 * the JDK takes twenty times as long. What is signed here, {@link Ed25519} verifies by the JDK
 * alone.
 */
final class Ed25519Signer {

  private final Ed25519PrivateKeyParameters key;

  /**
   * The key that grows from a seed of 32 bytes.
   *
   * @throws IllegalArgumentException if it has another length
   */
  Ed25519Signer(byte[] seed) {
    key = new Ed25519PrivateKeyParameters(seed);
  }

  /** A copy of the seed, which is the secret itself. */
  byte[] seed() {
    return key.getEncoded();
  }

  byte[] publicKey() {
    return key.generatePublicKey().getEncoded();
  }

  /** The signature of section 5.1.6: equal messages get equal ones. */
  byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_LENGTH];
    key.sign(Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }
}
