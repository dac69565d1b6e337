package org.consentledger.core.log.entry;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;

/**
 * Commitments to what an event says: SHA-256(label || salt || bytes). The salt is random and
 * belongs to one event; once it is deleted, nobody can test a guess against the leaf. An instance
 * keeps its digest and belongs to one thread.
 */
public final class Commitment {

  /** How many bytes a salt has. */
  public static final int SALT_LENGTH = 32;

  private static final byte[] PAYLOAD = "cl/payload/v1\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] METADATA = "cl/meta/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest digest = Hasher.sha256();

  /** The commitment to a payload, by its stored bytes. */
  public Hash payload(byte[] salt, byte[] payload) {
    return commitment(PAYLOAD, salt, payload);
  }

  /** The commitment to metadata, by its stored bytes. */
  public Hash metadata(byte[] salt, byte[] metadata) {
    return commitment(METADATA, salt, metadata);
  }

  /** Writes the commitment to the first bytes of a payload to the target. */
  public void payload(byte[] salt, byte[] payload, int length, byte[] target) {
    commit(PAYLOAD, salt, payload, length, target);
  }

  /** Writes the commitment to the first bytes of metadata to the target. */
  public void metadata(byte[] salt, byte[] metadata, int length, byte[] target) {
    commit(METADATA, salt, metadata, length, target);
  }

  private Hash commitment(byte[] label, byte[] salt, byte[] bytes) {
    byte[] target = new byte[Hash.LENGTH];
    commit(label, salt, bytes, bytes.length, target);
    return Hash.of(target);
  }

  private void commit(byte[] label, byte[] salt, byte[] bytes, int length, byte[] target) {
    if (salt.length != SALT_LENGTH) {
      throw new IllegalArgumentException("A salt has 32 bytes, not " + salt.length + ".");
    }
    digest.update(label);
    digest.update(salt);
    digest.update(bytes, 0, length);
    try {
      digest.digest(target, 0, Hash.LENGTH);
    } catch (DigestException tooShort) {
      throw new IllegalArgumentException("No room for a hash.", tooShort);
    }
  }
}
