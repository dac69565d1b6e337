package org.consentledger.core.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.consentledger.core.files.OwnerOnly;

/**
 * The key that opens all other keys. It lives outside the database, in a file or in the
 * environment, as a Tink keyset in JSON; who has the database alone can read nothing.
 */
public final class RootKey {

  private final Aead aead;
  private final long id;
  private final String place;

  private RootKey(KeysetHandle keyset, String place) throws GeneralSecurityException {
    this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.id = Integer.toUnsignedLong(keyset.getPrimary().getId());
    this.place = place;
  }

  /**
   * Takes the key from text, as the environment holds it.
   *
   * @param place where it came from, for messages
   * @throws VaultUnusable where this is no key
   */
  public static RootKey parse(String keyset, String place) {
    try {
      AeadConfig.register();
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
      return new RootKey(handle, place);
    } catch (GeneralSecurityException | RuntimeException noKey) {
      throw new VaultUnusable("What is in " + place + " is no root key. Restore it from its copy.");
    }
  }

  /**
   * Takes the key from its file.
   *
   * @throws VaultUnusable where the file is missing, cannot be read or holds no key
   */
  public static RootKey load(Path file) {
    if (!Files.exists(file)) {
      throw new VaultUnusable(
          "The root key file "
              + file
              + " is missing, but the database holds personal data that only this key opens."
              + " Put the file back from its copy and start again.");
    }
    try {
      return parse(Files.readString(file), "the file " + file);
    } catch (IOException unreadable) {
      throw new VaultUnusable("The root key file " + file + " cannot be read.");
    }
  }

  /**
   * Makes a new key and keeps it in a file that only its owner can read. The file is on disk when
   * this returns.
   *
   * @throws VaultUnusable where the file cannot be written
   */
  public static RootKey create(Path file) {
    try {
      AeadConfig.register();
      KeysetHandle handle =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      String keyset =
          TinkJsonProtoKeysetFormat.serializeKeyset(
              handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
      OwnerOnly.create(file, keyset);
      return parse(keyset, "the file " + file);
    } catch (GeneralSecurityException | IOException failure) {
      throw new VaultUnusable("The root key file " + file + " cannot be written.");
    }
  }

  Aead aead() {
    return aead;
  }

  /** Tells the key from others; it is random, and stands before all that the key wrapped. */
  long id() {
    return id;
  }

  /** Where the key came from, for messages. */
  public String place() {
    return place;
  }
}
