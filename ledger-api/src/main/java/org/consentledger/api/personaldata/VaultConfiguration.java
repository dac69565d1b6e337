package org.consentledger.api.personaldata;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.EpochKeys;
import org.consentledger.core.personaldata.EpochRotation;
import org.consentledger.core.personaldata.Epochs;
import org.consentledger.core.personaldata.RootKey;
import org.consentledger.core.personaldata.RootKeyReplacement;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/** Puts the vault together, with the keys above it. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

  @Bean
  @DependsOnDatabaseInitialization
  EpochKeys epochKeys(
      JdbcClient database,
      @Value("${LEDGER_ROOT_KEY:}") String fromEnvironment,
      @Value("${ledger.root-key-file:${ledger.data-directory:./data}/root-key.json}") String file,
      @Value("${LEDGER_PREVIOUS_ROOT_KEY:}") String previousFromEnvironment,
      @Value("${ledger.previous-root-key-file:}") String previousFile) {
    RootKey previous = previousRootKey(previousFromEnvironment, previousFile);
    return EpochKeys.open(
        database,
        () ->
            StringUtils.hasText(fromEnvironment)
                ? RootKey.parse(fromEnvironment, "LEDGER_ROOT_KEY")
                : rootKey(path(file), previous != null || EpochKeys.isFresh(database)),
        previous);
  }

  private static @Nullable RootKey previousRootKey(String fromEnvironment, String file) {
    if (StringUtils.hasText(fromEnvironment)) {
      return RootKey.parse(fromEnvironment, "LEDGER_PREVIOUS_ROOT_KEY");
    }
    return StringUtils.hasText(file) ? RootKey.load(path(file)) : null;
  }

  private static RootKey rootKey(Path file, boolean mayBeMade) {
    if (mayBeMade && !file.toFile().exists()) {
      RootKey made = RootKey.create(file);
      LOG.warn(
          "A new root key was made: {}. Keep a copy elsewhere; without it the personal data can be"
              + " read by nobody.",
          file);
      return made;
    }
    return RootKey.load(file);
  }

  private static Path path(String file) {
    return Path.of(file).toAbsolutePath().normalize();
  }

  @Bean
  SystemSecrets systemSecrets(JdbcClient database, EpochKeys epochKeys) {
    return new SystemSecrets(database, epochKeys);
  }

  @Bean
  BlindIndex blindIndex(JdbcClient database, SystemSecrets secrets) {
    return new BlindIndex(database, secrets);
  }

  @Bean
  Vault vault(JdbcClient database, EpochKeys epochKeys, BlindIndex index) {
    return new Vault(database, epochKeys, index);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Epochs epochs(JdbcClient database) {
    return new Epochs(database);
  }

  @Bean
  EpochRotation epochRotation(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      EpochKeys epochKeys,
      SystemSecrets secrets,
      Commands commands,
      Clock clock) {
    return new EpochRotation(
        dataSource, new TransactionTemplate(transactions), epochKeys, secrets, commands, clock);
  }

  @Bean
  RootKeyReplacement rootKeyReplacement(
      JdbcClient database, EpochKeys epochKeys, Commands commands, Clock clock) {
    return new RootKeyReplacement(database, epochKeys, commands, clock);
  }
}
