package org.consentledger.core.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that wrap subjects' keys, themselves wrapped by the root key. There is one at a time for
 * new keys; when it is replaced and destroyed, old backups of what it wrapped cannot be opened any
 * more. A node remembers them, and looks again where it meets one that it does not know.
 */
public final class EpochKeys {

  /**
   * The constraint that a key breaks that is wrapped under an epoch that is over: this node has not
   * heard of the next one yet. After {@link #refresh} the same succeeds.
   */
  public static final String CONSTRAINT = "only_the_current_epoch_takes_keys";

  private static final byte[] CONTEXT =
      "consent-ledger/epoch-key/v1".getBytes(StandardCharsets.UTF_8);

  private final JdbcClient database;
  private final RootKey root;
  private final @Nullable RootKey previousRoot;
  private volatile Remembered remembered;

  /** An epoch with its key. */
  record EpochKey(int epoch, Aead aead) {}

  private record Remembered(Map<Integer, Aead> keys, EpochKey current) {}

  private EpochKeys(JdbcClient database, RootKey root, @Nullable RootKey previousRoot) {
    this.database = database;
    this.root = root;
    this.previousRoot = previousRoot;
    this.remembered = look();
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
    return open(database, rootKey, null);
  }

  /**
   * Opens the epoch keys, and makes the first one where there is none.
   *
   * @param rootKey supplies the root key
   * @param previous the root key that it takes the place of, as long as some epoch keys may be
   *     wrapped by that one; see {@link RootKeyReplacement}
   * @throws VaultUnusable where neither opens them
   */
  public static EpochKeys open(
      JdbcClient database, Supplier<RootKey> rootKey, @Nullable RootKey previous) {
    RootKey root = rootKey.get();
    if (isFresh(database)) {
      makeFirst(database, root);
    }
    EpochKeys keys = new EpochKeys(database, root, previous);
    keys.sayWhichRootKeyIsInUse();
    return keys;
  }

  private static void makeFirst(JdbcClient database, RootKey root) {
    try {
      database
          .sql("insert into vault.epoch_key (epoch, wrapped_key) values (1, :wrapped)")
          .param("wrapped", wrap(root, newKey()))
          .update();
    } catch (DuplicateKeyException anotherNodeWasFirst) {
      // Its key is there now, and is opened like any other.
    }
  }

  /** Databases of earlier releases do not know it. */
  private void sayWhichRootKeyIsInUse() {
    byte[] current =
        database
            .sql("select wrapped_key from vault.epoch_key where state = 'CURRENT'")
            .query(byte[].class)
            .single();
    RootKey inUse = previousRoot == null || opens(root, current) ? root : previousRoot;
    database
        .sql(
            """
            update vault.root_key set key_id = :id where key_id is null and replaced_at is null
            """)
        .param("id", inUse.id())
        .update();
  }

  /**
   * Looks which epochs there are now. Keys that were destroyed are forgotten.
   *
   * @throws VaultUnusable where this node's root key was replaced
   */
  public void refresh() {
    remembered = look();
  }

  private Remembered look() {
    Map<Integer, Aead> keys = new HashMap<>();
    List<EpochKey> current = new ArrayList<>();
    database
        .sql("select epoch, wrapped_key, state from vault.epoch_key where wrapped_key is not null")
        .query(
            row -> {
              Aead key = primitive(unwrap(row.getBytes("wrapped_key")));
              keys.put(row.getInt("epoch"), key);
              if (row.getString("state").equals(EpochState.CURRENT.name())) {
                current.add(new EpochKey(row.getInt("epoch"), key));
              }
            });
    return new Remembered(Map.copyOf(keys), current.getFirst());
  }

  /** The epoch under whose key new keys are wrapped, as far as this node knows. */
  EpochKey current() {
    return remembered.current();
  }

  /** The key of an epoch; empty where it was destroyed. */
  Optional<Aead> find(int epoch) {
    Aead known = remembered.keys().get(epoch);
    if (known == null) {
      refresh();
      known = remembered.keys().get(epoch);
    }
    return Optional.ofNullable(known);
  }

  RootKey root() {
    return root;
  }

  /** A key for one more epoch, wrapped by the root key. */
  byte[] wrappedNewKey() {
    return wrap(root, newKey());
  }

  /** The same key, wrapped by the root key in the place of the one before it. */
  byte[] wrapAnew(byte[] wrapped) {
    return wrap(root, unwrap(wrapped));
  }

  private KeysetHandle unwrap(byte[] wrapped) {
    try {
      return unwrap(previousRoot == null || opens(root, wrapped) ? root : previousRoot, wrapped);
    } catch (GeneralSecurityException wrongKey) {
      throw new VaultUnusable(
          "The root key in "
              + root.place()
              + " is not the one that this database was used with. Put the right key back from its"
              + " copy and start again; without it the personal data cannot be read by anybody.");
    }
  }

  private static boolean opens(RootKey key, byte[] wrapped) {
    try {
      unwrap(key, wrapped);
      return true;
    } catch (GeneralSecurityException anotherKey) {
      return false;
    }
  }

  private static KeysetHandle unwrap(RootKey key, byte[] wrapped) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, key.aead(), CONTEXT, RegistryConfiguration.get());
  }

  private static KeysetHandle newKey() {
    try {
      AeadConfig.register();
      return KeysetHandle.generateNew(
          PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("An epoch key could not be made.", failure);
    }
  }

  private static byte[] wrap(RootKey root, KeysetHandle key) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          key, root.aead(), CONTEXT, RegistryConfiguration.get());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("An epoch key could not be wrapped.", failure);
    }
  }

  private static Aead primitive(KeysetHandle key) {
    try {
      return key.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("An epoch key could not be used.", failure);
    }
  }
}
