package org.consentledger.core.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * One subject's key. What it seals is bound to the subject, the field and the version: a row that
 * is moved elsewhere does not open.
 */
final class SubjectKey {

  private final SubjectId subject;
  private final Aead aead;

  private SubjectKey(SubjectId subject, Aead aead) {
    this.subject = subject;
    this.aead = aead;
  }

  /** A new key, and the statement that keeps it. */
  record Minted(SubjectKey key, Write write) {}

  static Minted mint(SubjectId subject, EpochKeys epochKeys) {
    try {
      KeysetHandle handle =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      EpochKeys.EpochKey current = epochKeys.current();
      byte[] wrapped = wrap(handle, subject, current.aead());
      Write write =
          Write.one(
              "insert into vault.subject_key (subject_id, epoch, wrapped_key, state) values (?, ?,"
                  + " ?, 'ACTIVE')",
              subject.value(),
              current.epoch(),
              wrapped);
      return new Minted(new SubjectKey(subject, primitive(handle)), write);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A subject's key could not be made.", failure);
    }
  }

  static SubjectKey unwrap(SubjectId subject, Aead epochKey, byte[] wrapped) {
    try {
      return new SubjectKey(subject, primitive(parse(subject, epochKey, wrapped)));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A subject's key could not be opened.", failure);
    }
  }

  /** The same key, wrapped by another epoch's key. */
  static byte[] wrapAnew(SubjectId subject, Aead from, byte[] wrapped, Aead to) {
    try {
      return wrap(parse(subject, from, wrapped), subject, to);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The key of " + subject + " could not be opened.", failure);
    }
  }

  private static KeysetHandle parse(SubjectId subject, Aead epochKey, byte[] wrapped)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, epochKey, keyContext(subject), RegistryConfiguration.get());
  }

  private static byte[] wrap(KeysetHandle handle, SubjectId subject, Aead epochKey)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        handle, epochKey, keyContext(subject), RegistryConfiguration.get());
  }

  byte[] seal(String field, int version, byte[] plaintext) {
    try {
      return aead.encrypt(plaintext, context(field, version));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("Personal data could not be sealed.", failure);
    }
  }

  byte[] open(String field, int version, byte[] ciphertext) {
    try {
      return aead.decrypt(ciphertext, context(field, version));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("Personal data could not be opened.", failure);
    }
  }

  private byte[] context(String field, int version) {
    return ("consent-ledger/personal-data/v1/" + subject + "/" + field + "/" + version)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] keyContext(SubjectId subject) {
    return ("consent-ledger/subject-key/v1/" + subject).getBytes(StandardCharsets.UTF_8);
  }

  private static Aead primitive(KeysetHandle handle) throws GeneralSecurityException {
    return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
