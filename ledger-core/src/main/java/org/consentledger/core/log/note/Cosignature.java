package org.consentledger.core.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A witness's signature of a checkpoint, as C2SP's tlog-cosignature has it for Ed25519: at that
 * time this was the largest consistent tree that the witness had seen of the log.
 */
public final class Cosignature {

  private final Instant time;
  private final byte[] signature;

  private Cosignature(Instant time, byte[] signature) {
    this.time = time;
    this.signature = signature;
  }

  /**
   * The cosignature that a signature line holds; whose it is remains to be verified.
   *
   * @throws NotVerified if it has not the length of one, or a time out of bounds
   */
  public static Cosignature of(NoteSignature line) {
    byte[] bytes = line.signature();
    if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
      throw new NotVerified("A cosignature is a time of 8 bytes and a signature.");
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      throw new NotVerified("The time of a cosignature is out of bounds.");
    }
    byte[] signature = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    return new Cosignature(Instant.ofEpochSecond(seconds), signature);
  }

  /** The signature line of a witness under the text of a checkpoint. */
  public static NoteSignature sign(SignerKey witness, Instant time, String text) {
    long seconds = time.getEpochSecond();
    byte[] signature = witness.signRaw(message(seconds, text));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    VerifierKey key = witness.cosignatureVerifierKey();
    return new NoteSignature(key.name(), key.keyId(), timed);
  }

  /** When the witness says that it signed, in whole seconds. */
  public Instant time() {
    return time;
  }

  /** Whether this witness signed the text of this checkpoint, at this time. */
  public boolean isOf(VerifierKey witness, String text) {
    return witness.type() == VerifierKey.Type.COSIGNATURE
        && witness.verify(message(time.getEpochSecond(), text), signature);
  }

  private static byte[] message(long seconds, String text) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
