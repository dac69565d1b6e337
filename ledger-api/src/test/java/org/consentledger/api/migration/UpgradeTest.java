package org.consentledger.api.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.consentledger.core.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that an earlier release filled is brought up to date, with what is in it. */
class UpgradeTest {

  /** The migrations of the first release, of each module. */
  private static final List<String> FIRST_RELEASE =
      List.of(
          "V1__event_store",
          "V2__vault",
          "V3__tokens",
          "V10__current",
          "V11__history",
          "V12__search",
          "V13__progress",
          "V20__security",
          "V21__idempotency");

  @TempDir private Path earlier;

  @Test
  void a_database_of_the_first_release_is_brought_up_to_date_and_its_events_get_salts()
      throws Exception {
    for (String migration : FIRST_RELEASE) {
      try (InputStream script =
          new ClassPathResource("db/migration/" + migration + ".sql").getInputStream()) {
        Files.copy(script, earlier.resolve(migration + ".sql"));
      }
    }
    try (TestDatabase empty = TestDatabase.createEmpty()) {
      DataSource owner = empty.owner();
      Flyway.configure().dataSource(owner).locations("filesystem:" + earlier).load().migrate();
      JdbcClient database = JdbcClient.create(owner);
      database
          .sql(
              """
              insert into event select n, gen_random_uuid(), 'DataSubject', gen_random_uuid()::text, 0,
                                       'processing.unblocked', '1', now(), '{}', '{}'
              from generate_series(1, 3) n
              """)
          .update();

      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:db/migration")
          .outOfOrder(isOutOfOrderAllowed())
          .load()
          .migrate();

      assertThat(
              database
                  .sql("select count(distinct salt) from event_salt where position between 1 and 3")
                  .query(Long.class)
                  .single())
          .isEqualTo(3);
    }
  }

  /** As the program is configured; without it, it would not start on such a database. */
  private static boolean isOutOfOrderAllowed() throws IOException {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties settings = yaml.getObject();
    return Boolean.parseBoolean(settings.getProperty("spring.flyway.out-of-order"));
  }
}
