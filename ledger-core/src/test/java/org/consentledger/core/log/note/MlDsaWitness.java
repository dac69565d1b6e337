package org.consentledger.core.log.note;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;

/** A witness with an ML-DSA-44 key, which writes what it signs field by field. */
public final class MlDsaWitness {

  private final VerifierKey key;
  private final KeyPair pair;

  /** A witness of that name with a new key. */
  public MlDsaWitness(String name) {
    try {
      pair = KeyPairGenerator.getInstance("ML-DSA-44").generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    byte[] info = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(info, info.length - 1312, info.length);
    key = new VerifierKey(name, VerifierKey.Type.ML_DSA_COSIGNATURE, raw);
  }

  /** The key that verifies its cosignatures. */
  public VerifierKey key() {
    return key;
  }

  /** Its line under the text of a checkpoint. */
  public NoteSignature cosign(Instant time, String text) {
    Checkpoint checkpoint = Checkpoint.parse(text);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try (DataOutputStream fields = new DataOutputStream(message)) {
      fields.writeBytes("subtree/v1\n\0");
      fields.writeByte(key.name().getBytes(StandardCharsets.UTF_8).length);
      fields.write(key.name().getBytes(StandardCharsets.UTF_8));
      fields.writeLong(time.getEpochSecond());
      fields.writeByte(checkpoint.origin().getBytes(StandardCharsets.UTF_8).length);
      fields.write(checkpoint.origin().getBytes(StandardCharsets.UTF_8));
      fields.writeLong(0);
      fields.writeLong(checkpoint.size());
      fields.write(checkpoint.root().bytes());
      Signature signature = Signature.getInstance("ML-DSA-44");
      signature.initSign(pair.getPrivate());
      signature.update(message.toByteArray());
      byte[] signed = signature.sign();
      byte[] timed =
          ByteBuffer.allocate(8 + signed.length).putLong(time.getEpochSecond()).put(signed).array();
      return new NoteSignature(key.name(), key.keyId(), timed);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
