package org.consentledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.log.LogUnderTest.sealAll;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way around that the program's role, or the owner by mistake, could try. */
class AppendOnlyTest {

  private static final List<String> KEPT =
      List.of(
          "event",
          "ledger_leaf",
          "ledger_tile",
          "ledger_key",
          "ledger_checkpoint",
          "ledger_cosignature",
          "ledger_time_stamp");

  @TempDir private Path folder;
  private LogUnderTest ledger;

  @BeforeEach
  void prepare() {
    ledger = new LogUnderTest(folder);
    Sealer sealer = ledger.sealer();
    sealer.open();
    ledger.append(260);
    sealAll(sealer);
    ledger
        .client()
        .sql(
            """
            insert into ledger_cosignature values (261, 'witness', 'line', now());
            insert into ledger_time_stamp values (261, 'authority', '', '', now(), now());
            """)
        .update();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update %s set %s = %2$s",
        "delete from %s",
        "truncate %s",
        "truncate %s cascade",
        "drop table %s cascade",
        "alter table %s disable trigger all",
        "alter table %s disable trigger only_added_to",
        "alter table %s drop column %s",
        "alter table %s rename to hidden",
        "create rule quietly as on insert to %s do instead nothing",
        "create trigger mine before insert on %s for each row execute function refuse_change()",
        "drop trigger only_added_to on %s",
        "merge into %s using (select 1) as it on true when matched then delete",
        "insert into %s select * from %1$s on conflict do update set %2$s = excluded.%2$s",
        "set session_replication_role = replica; delete from %s",
        "lock table %s in access exclusive mode; delete from %1$s",
        "copy %s from program 'true'",
        "reset role; delete from %s",
        "set role postgres; delete from %s",
        "create or replace function refuse_change() returns trigger language plpgsql as"
            + " 'begin return old; end'; delete from %s",
        "create or replace function take_turn() returns void language sql as 'delete from %s'",
        "alter role ledger_program superuser; delete from %s",
        "grant delete on %s to ledger_program; delete from %1$s"
      })
  void promise_5_the_program_changes_nothing_of_what_is_kept(String attempt) {
    for (String table : KEPT) {
      long rows = rows(table);
      String statement = attempt.formatted(table, firstColumn(table));
      assertThatThrownBy(() -> ledger.database.programClient().sql(statement).update())
          .as(statement)
          .rootCause()
          .isInstanceOf(SQLException.class);
      assertThat(rows(table)).isEqualTo(rows);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"update %s set %s = %2$s", "delete from %s", "truncate %s cascade"})
  void the_owner_of_the_tables_does_not_change_it_by_mistake(String attempt) {
    for (String table : KEPT) {
      assertThatThrownBy(
              () ->
                  ledger
                      .database
                      .ownerClient()
                      .sql(attempt.formatted(table, firstColumn(table)))
                      .update())
          .rootCause()
          .hasMessageContaining("History is only added to");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "ledger_leaf"})
  void not_even_replication_passes_the_triggers_by(String table) {
    assertThatThrownBy(
            () ->
                JdbcClient.create(ledger.database.superuser())
                    .sql("set session_replication_role = replica; delete from " + table)
                    .update())
        .rootCause()
        .hasMessageContaining("History is only added to");
  }

  private long rows(String table) {
    return ledger
        .database
        .ownerClient()
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  private String firstColumn(String table) {
    return ledger
        .database
        .ownerClient()
        .sql(
            "select column_name from information_schema.columns where table_name = :table order by"
                + " ordinal_position limit 1")
        .param("table", table)
        .query(String.class)
        .single();
  }
}
