package org.consentledger.api.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
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
    try (TestDatabase earlierDatabase = ofTheFirstRelease()) {
      JdbcClient database = earlierDatabase.ownerClient();
      database
          .sql(
              """
              insert into event select n, gen_random_uuid(), 'DataSubject', gen_random_uuid()::text, 0,
                                       'processing.unblocked', '1', now(), '{}', '{}'
              from generate_series(1, 3) n
              """)
          .update();

      bringUpToDate(earlierDatabase);

      assertThat(
              database
                  .sql("select count(distinct salt) from event_salt where position between 1 and 3")
                  .query(Long.class)
                  .single())
          .isEqualTo(3);
    }
  }

  /** States as earlier releases wrote them: the first one's know of no circumstances. */
  @Test
  void whoever_consented_before_the_upgrade_is_in_the_audience_after_it() throws Exception {
    try (TestDatabase earlierDatabase = ofTheFirstRelease()) {
      JdbcClient database = earlierDatabase.ownerClient();
      writeState(
          database,
          1,
          """
          "status":"ACTIVE","restrictions":[],"consents":{"letters":{"answer":"GIVEN"},
           "survey":{"answer":"WITHDRAWN"},"other":{"answer":"REFUSED"}}
          """);
      writeState(
          database,
          2,
          """
          "status":"ACTIVE","consents":{},"restrictions":[{"blocked":false},{"blocked":true}],
          "circumstances":{"grounds":[{"claim":{"purposeId":"delivery"}},
           {"claim":{"purposeId":"ended"},"endedAt":"2026-03-01T00:00:00Z"}]}
          """);
      writeState(
          database,
          3,
          """
          "status":"ANONYMISED","restrictions":[{"blocked":true}],"consents":{"letters":{"answer":"GIVEN"}}
          """);

      bringUpToDate(earlierDatabase);

      assertThat(
              database
                  .sql(
                      """
                      select purpose_id || right(subject_id::text, 2) from current_footing
                      order by subject_id, purpose_id
                      """)
                  .query(String.class)
                  .list())
          .containsExactlyInAnyOrder("letters01", "*02", "delivery02");
    }
  }

  private static void writeState(JdbcClient database, int number, String members) {
    database
        .sql(
            """
            insert into current_subject (subject_id, version, position, state)
            values (:subject, 0, :position, :state::json)
            """)
        .param("subject", new UUID(0x4000L, 0x8000000000000000L + number))
        .param("position", number)
        .param("state", "{" + members + "}")
        .update();
  }

  private TestDatabase ofTheFirstRelease() throws IOException {
    for (String migration : FIRST_RELEASE) {
      try (InputStream script =
          new ClassPathResource("db/migration/" + migration + ".sql").getInputStream()) {
        Files.copy(script, earlier.resolve(migration + ".sql"));
      }
    }
    TestDatabase empty = TestDatabase.createEmpty();
    Flyway.configure()
        .dataSource(empty.owner())
        .locations("filesystem:" + earlier)
        .load()
        .migrate();
    return empty;
  }

  private static void bringUpToDate(TestDatabase database) throws IOException {
    Flyway.configure()
        .dataSource(database.owner())
        .locations("classpath:db/migration")
        .outOfOrder(isOutOfOrderAllowed())
        .load()
        .migrate();
  }

  /** As the program is configured; without it, it would not start on such a database. */
  private static boolean isOutOfOrderAllowed() throws IOException {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties settings = yaml.getObject();
    return Boolean.parseBoolean(settings.getProperty("spring.flyway.out-of-order"));
  }
}
