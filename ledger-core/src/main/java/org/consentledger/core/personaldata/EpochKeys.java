package org.consentledger.core.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that wrap subjects' keys, themselves wrapped by the root key. There is one at a time for
 * new keys; when it is replaced and destroyed, old backups of what it wrapped cannot be opened any
 * more.
 */
public final class EpochKeys {

  private static final byte[] CONTEXT =
      "consent-ledger/epoch-key/v1".getBytes(StandardCharsets.UTF_8);

  private final Map<Integer, Aead> keys;
  private final int current;

  private EpochKeys(Map<Integer, Aead> keys, int current) {
    this.keys = Map.copyOf(keys);
    this.current = current;
  }

  /** Whether the database was never used with a root key, so that a new one may be made. */
  public static boolean isFresh(JdbcClient database) {
    return database.sql("select count(*) from vault.epoch_key").query(Long.class).single() == 0;
  }

  /**
   * Opens the epoch keys, and makes the first one where there is none.
   *
   * @param rootKey supplies the root key
   * @throws VaultUnusable where this root key does not open them
   */
  public static EpochKeys open(JdbcClient database, Supplier<RootKey> rootKey) {
    RootKey root = rootKey.get();
    if (isFresh(database)) {
      makeFirst(database, root);
    }
    Map<Integer, Aead> keys = new HashMap<>();
    database
        .sql("select epoch, wrapped_key from vault.epoch_key where wrapped_key is not null")
        .query(
            row -> {
              keys.put(row.getInt("epoch"), unwrap(root, row.getBytes("wrapped_key")));
            });
    int current = keys.keySet().stream().max(Integer::compare).orElseThrow();
    return new EpochKeys(keys, current);
  }

  private static void makeFirst(JdbcClient database, RootKey root) {
    try {
      AeadConfig.register();
      KeysetHandle handle =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      byte[] wrapped =
          TinkProtoKeysetFormat.serializeEncryptedKeyset(
              handle, root.aead(), CONTEXT, RegistryConfiguration.get());
      database
          .sql("insert into vault.epoch_key (epoch, wrapped_key) values (1, :wrapped)")
          .param("wrapped", wrapped)
          .update();
    } catch (DuplicateKeyException anotherNodeWasFirst) {
      // Its key is there now, and is opened like any other.
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("An epoch key could not be made.", failure);
    }
  }

  private static Aead unwrap(RootKey root, byte[] wrapped) {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(
              wrapped, root.aead(), CONTEXT, RegistryConfiguration.get())
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException wrongKey) {
      throw new VaultUnusable(
          "The root key in "
              + root.place()
              + " is not the one that this database was used with. Put the right key back from its"
              + " copy and start again; without it the personal data cannot be read by anybody.");
    }
  }

  int current() {
    return current;
  }

  Aead key(int epoch) {
    Aead key = keys.get(epoch);
    if (key == null) {
      throw new IllegalStateException("The key of epoch " + epoch + " was destroyed.");
    }
    return key;
  }
}
