package org.consentledger.api.mailing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.springframework.stereotype.Component;

/**
 * The tokens that letters carry: which letter it is, and proof that the ledger wrote it. They say
 * nothing about the person, are kept nowhere, and have no end: whoever finds an old letter can
 * still leave. A token of one use is none of another.
 */
@Component
final class LetterTokens {

  private static final int ID = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final KeyedHash hash;

  /** What a token is for, and how many bytes of proof it has. */
  enum Use {
    /** To leave by a link. */
    UNSUBSCRIBE(16),
    /** To tell that the letter came back; it stands in an address, which must be short. */
    BOUNCE(8);

    private final int proof;

    Use(int proof) {
      this.proof = proof;
    }
  }

  LetterTokens(SystemSecrets secrets) {
    this.hash = new KeyedHash(secrets, "letter-token");
  }

  /** The token of a letter: lower-case letters and digits. */
  String of(Use use, UUID letterId) {
    byte[] id = bytes(letterId);
    return HEX.formatHex(id) + HEX.formatHex(proof(use, id));
  }

  /** The letter that a token is of; empty where the ledger made no such token. */
  Optional<UUID> read(Use use, String token) {
    byte[] bytes;
    try {
      bytes = HEX.parseHex(token);
    } catch (IllegalArgumentException noToken) {
      return Optional.empty();
    }
    if (bytes.length != ID + use.proof) {
      return Optional.empty();
    }
    byte[] id = Arrays.copyOf(bytes, ID);
    byte[] proof = Arrays.copyOfRange(bytes, ID, bytes.length);
    if (!MessageDigest.isEqual(proof, proof(use, id))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(id);
    return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
  }

  private byte[] proof(Use use, byte[] id) {
    return Arrays.copyOf(hash.of(use + " " + HEX.formatHex(id)), use.proof);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
