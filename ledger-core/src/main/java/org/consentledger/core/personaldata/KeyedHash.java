package org.consentledger.core.personaldata;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * HMAC-SHA-256 under a key of the ledger's own. Identifiers and requests have few possible values;
 * a plain hash of them could be undone by trying all, this one only by somebody who has the key.
 */
public final class KeyedHash {

  private static final int BYTES = 32;

  private final PrfSet hmac;

  /**
   * Hashes under the key of this name, which is made at the first use.
   *
   * @param secrets keeps the key
   */
  public KeyedHash(SystemSecrets secrets, String name) {
    try {
      PrfConfig.register();
      byte[] keyset = secrets.loadOrCreate("hmac/" + name, KeyedHash::newKeyset);
      this.hmac =
          TinkProtoKeysetFormat.parseKeyset(
                  keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
              .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A hash key could not be opened.", failure);
    }
  }

  private static byte[] newKeyset() {
    try {
      return TinkProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(
              PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get()),
          InsecureSecretKeyAccess.get(),
          RegistryConfiguration.get());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A hash key could not be made.", failure);
    }
  }

  /** 32 bytes that stand for the value. */
  public byte[] of(byte[] value) {
    try {
      return hmac.computePrimary(value, BYTES);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A value could not be hashed.", failure);
    }
  }

  /** 32 bytes that stand for the text's UTF-8. */
  public byte[] of(String value) {
    return of(value.getBytes(StandardCharsets.UTF_8));
  }
}
