package org.consentledger.core.log.note;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A witness's signature of a checkpoint, as C2SP's tlog-cosignature has it: at that time this was
 * the largest consistent tree that the witness had seen of the log.
 */
public final class Cosignature {

  private static final byte[] TREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NAME = 255;

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
    int length = bytes.length - Long.BYTES;
    if (length != Ed25519.SIGNATURE_LENGTH && length != MlDsa44.SIGNATURE_LENGTH) {
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

  /**
   * Whether this witness signed the text of this checkpoint, at this time.
   *
   * @throws IllegalArgumentException if its key signs trees, and the text is no checkpoint
   */
  public boolean isOf(VerifierKey witness, String text) {
    long seconds = time.getEpochSecond();
    return switch (witness.type()) {
      case ED25519 -> false;
      case COSIGNATURE -> witness.verify(message(seconds, text), signature);
      case ML_DSA_COSIGNATURE -> {
        Checkpoint checkpoint = Checkpoint.parse(text);
        yield witness.verify(tree(witness.name(), seconds, checkpoint), signature);
      }
    };
  }

  private static byte[] message(long seconds, String text) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  /** The cosigned_message of the whole tree: its leaves from 0 to the size of the checkpoint. */
  private static byte[] tree(String witness, long seconds, Checkpoint checkpoint) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(TREE);
    message.writeBytes(withLength(witness));
    message.writeBytes(number(seconds));
    message.writeBytes(withLength(checkpoint.origin()));
    message.writeBytes(number(0));
    message.writeBytes(number(checkpoint.size()));
    message.writeBytes(checkpoint.root().bytes());
    return message.toByteArray();
  }

  private static byte[] withLength(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_NAME) {
      throw new NotVerified("A name in what is cosigned has at most 255 bytes.");
    }
    return ByteBuffer.allocate(1 + bytes.length).put((byte) bytes.length).put(bytes).array();
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }
}
