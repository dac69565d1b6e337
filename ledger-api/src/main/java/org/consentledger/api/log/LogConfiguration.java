package org.consentledger.api.log;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.consentledger.api.copies.OutsidePlaces;
import org.consentledger.core.log.CheckpointCopies;
import org.consentledger.core.log.CheckpointFile;
import org.consentledger.core.log.LogKeyFile;
import org.consentledger.core.log.Receipts;
import org.consentledger.core.log.Sealer;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.log.TransparencyLog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the log together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

  @Bean
  LogKeyFile logKeyFile(LogProperties properties) {
    return new LogKeyFile(Path.of(properties.keyFile()));
  }

  @Bean
  CheckpointCopies checkpointCopies(LogKeyFile keyFile, OutsidePlaces outside) {
    Path key = keyFile.path();
    return outside.besides(
        new CheckpointFile(key.resolveSibling(key.getFileName() + ".checkpoint")));
  }

  @Bean
  @DependsOnDatabaseInitialization
  Sealer sealer(
      JdbcClient database,
      PlatformTransactionManager transactions,
      LogKeyFile keyFile,
      CheckpointCopies copies,
      Clock clock,
      LogProperties properties) {
    String origin = properties.origin();
    return new Sealer(
        database,
        new TransactionTemplate(transactions),
        keyFile,
        copies,
        clock,
        origin == null ? randomOrigin() : origin);
  }

  @Bean
  SealingLoop sealingLoop(Sealer sealer, LogProperties properties) {
    return new SealingLoop(sealer, properties.checkpointEvery());
  }

  @Bean
  TransparencyLog transparencyLog(JdbcClient database) {
    return new TransparencyLog(database);
  }

  @Bean
  Receipts receipts(JdbcClient database, LogKeyFile keyFile, Clock clock) {
    return new Receipts(database, keyFile, clock);
  }

  /** Two ledgers that nobody named must not be taken for one. */
  private static String randomOrigin() {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return "consent-ledger.internal/" + HexFormat.of().formatHex(random);
  }
}
