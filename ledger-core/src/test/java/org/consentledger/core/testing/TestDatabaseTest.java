package org.consentledger.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDatabaseTest {

  private static TestDatabase database;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void the_server_keeps_what_it_acknowledges(String setting) {
    assertThat(database.programClient().sql("show " + setting).query(String.class).single())
        .isEqualTo("on");
  }

  @Test
  void the_program_is_in_its_role_and_the_owner_is_no_superuser() {
    assertThat(
            database.programClient().sql("select current_user::text").query(String.class).single())
        .isEqualTo("ledger_program");
    assertThat(database.ownerClient().sql("show is_superuser").query(String.class).single())
        .isEqualTo("off");
  }

  @Test
  void all_migrations_have_run() {
    assertThat(
            database
                .ownerClient()
                .sql("select count(*) from flyway_schema_history where success")
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void two_databases_share_nothing() {
    try (TestDatabase other = TestDatabase.create()) {
      other.ownerClient().sql("create table only_here (id int)").update();
      assertThat(
              database
                  .ownerClient()
                  .sql("select to_regclass('only_here') is null")
                  .query(Boolean.class)
                  .single())
          .isTrue();
    }
  }
}
