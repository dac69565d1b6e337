package org.consentledger.core.personaldata;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Secrets of the ledger itself, which all nodes share and which survive restarts: sealed in the
 * database by the epoch key.
 */
public final class SystemSecrets {

  private final JdbcClient database;
  private final EpochKeys epochKeys;

  /** Keeps secrets in this database. */
  public SystemSecrets(JdbcClient database, EpochKeys epochKeys) {
    this.database = database;
    this.epochKeys = epochKeys;
  }

  /**
   * The secret of this name; made at the first call. Of nodes that make it at the same time, one
   * wins, and all get its secret.
   *
   * @param create makes a new secret
   */
  public byte[] loadOrCreate(String name, Supplier<byte[]> create) {
    return load(name)
        .orElseGet(
            () -> {
              store(name, create.get());
              return load(name).orElseThrow();
            });
  }

  private Optional<byte[]> load(String name) {
    return UnderEpoch.open(
        epochKeys, () -> find(name), (key, ciphertext) -> open(key, name, ciphertext));
  }

  private Optional<UnderEpoch> find(String name) {
    return database
        .sql("select epoch, ciphertext from vault.system_secret where name = :name")
        .param("name", name)
        .query((row, number) -> UnderEpoch.of(row, "ciphertext"))
        .optional();
  }

  private void store(String name, byte[] secret) {
    epochKeys.refresh();
    EpochKeys.EpochKey current = epochKeys.current();
    database
        .sql(
            """
            insert into vault.system_secret (name, epoch, ciphertext) values (:name, :epoch, :ciphertext)
            on conflict (name) do nothing
            """)
        .param("name", name)
        .param("epoch", current.epoch())
        .param("ciphertext", seal(current.aead(), name, secret))
        .update();
  }

  /** Seals anew what is sealed under an epoch; there are few secrets. In a transaction. */
  void sealAnew(int retiring) {
    EpochKeys.EpochKey current = epochKeys.current();
    List<String> names =
        database
            .sql(
                """
                select name from vault.system_secret where epoch = :retiring order by name for update
                """)
            .param("retiring", retiring)
            .query((row, number) -> row.getString("name"))
            .list();
    for (String name : names) {
      byte[] secret = load(name).orElseThrow();
      database
          .sql(
              """
              update vault.system_secret set epoch = :epoch, ciphertext = :ciphertext where name = :name
              """)
          .param("epoch", current.epoch())
          .param("ciphertext", seal(current.aead(), name, secret))
          .param("name", name)
          .update();
    }
  }

  private static byte[] seal(Aead key, String name, byte[] secret) {
    try {
      return key.encrypt(secret, context(name));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A secret could not be sealed.", failure);
    }
  }

  private static byte[] open(Aead key, String name, byte[] ciphertext) {
    try {
      return key.decrypt(ciphertext, context(name));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A secret could not be opened.", failure);
    }
  }

  private static byte[] context(String name) {
    return ("consent-ledger/system-secret/v1/" + name).getBytes(StandardCharsets.UTF_8);
  }
}
