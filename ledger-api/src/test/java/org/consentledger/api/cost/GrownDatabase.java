package org.consentledger.api.cost;

import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.core.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database whose tables are those of a ledger after years: a few rows of a ledger that was just
 * used, and many that resemble them. Nothing runs over it; it is there to be planned for.
 */
final class GrownDatabase implements AutoCloseable {

  private static final int SAMPLES = 20;

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient sql;

  /** A table, with its schema. */
  record Table(String schema, String name) {
    @Override
    public String toString() {
      return schema + "." + name;
    }
  }

  private record Column(String name, String type, boolean isUnique, boolean isNeeded) {

    /** A value that resembles that of a sample, and is another wherever that matters. */
    String grown() {
      String same = "s.\"" + name + "\"";
      return switch (type) {
        case "uuid" -> "gen_random_uuid()";
        case "timestamp with time zone" -> "now() - random() * interval '1000 days'";
        case "date" -> "current_date - (random() * 1000)::int";
        case "bigint" -> "s.r * 1000000::bigint + n";
        case "integer" -> isUnique ? "s.r * 100000 + n" : same;
        case "bytea" -> "sha256((s.r || '/' || n)::text::bytea)";
        case "text", "character varying", "character" ->
            isUnique || name.endsWith("_id") ? "left(md5(s.r || '/' || n), 32)" : same;
        default -> same;
      };
    }

    /** Where there is no sample. */
    String made() {
      if (!isNeeded) {
        return "null";
      }
      return switch (type) {
        case "json", "jsonb" -> "'{}'";
        case "boolean" -> "false";
        case "uuid" -> "gen_random_uuid()";
        case "bytea" -> "'x'";
        case "text", "character varying", "character" -> "'x'";
        case "timestamp with time zone", "date" -> "now()";
        default -> type.endsWith("[]") ? "'{}'" : "1";
      };
    }
  }

  GrownDatabase() {
    PGSimpleDataSource superuser = (PGSimpleDataSource) database.superuser();
    superuser.setPreferQueryMode(PreferQueryMode.SIMPLE); // plans are asked for without values
    sql = JdbcClient.create(superuser);
    List<String> rules =
        sql.sql(
                """
                select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
                from pg_constraint where contype in ('c', 'f') and conrelid <> 0 and connamespace::regnamespace::text in ('public', 'vault')
                """)
            .query(String.class)
            .list();
    rules.forEach(rule -> sql.sql(rule).update());
  }

  List<Table> tables() {
    return sql.sql(
            """
            select schemaname as schema, tablename as name from pg_tables
            where schemaname in ('public', 'vault') and tablename <> 'flyway_schema_history' order by 1, 2
            """)
        .query(Table.class)
        .list();
  }

  /**
   * Fills a table.
   *
   * @param used where samples are
   */
  void grow(Table table, int rows, JdbcClient used) {
    sql.sql("alter table " + table + " disable trigger all").update();
    sql.sql("truncate " + table).update(); // migrations leave a row in some
    List<Column> columns = columns(table);
    List<String> samples =
        used.sql("select row_to_json(t)::text from %s t limit %d".formatted(table, SAMPLES))
            .query(String.class)
            .list();
    for (String sample : samples) {
      sql.sql(
              "insert into %1$s overriding system value select * from json_populate_record(null::%1$s, :row::json)"
                  .formatted(table))
          .param("row", sample)
          .update();
    }
    if (samples.isEmpty()) {
      sql.sql(
              "insert into %s (%s) overriding system value values (%s)"
                  .formatted(
                      table, names(columns), list(columns.stream().map(Column::made).toList())))
          .update();
    }
    sql.sql(
            """
            insert into %1$s (%2$s) overriding system value
            select %3$s from (select row_number() over () as r, * from %1$s) s, generate_series(1, %4$d) n
            on conflict do nothing
            """
                .formatted(
                    table,
                    names(columns),
                    list(columns.stream().map(Column::grown).toList()),
                    rows / Math.max(1, samples.size())))
        .update();
  }

  private List<Column> columns(Table table) {
    return sql.sql(
            """
            select attname as name, format_type(atttypid, null) as type, attnotnull as is_needed,
              exists (select from pg_index where indrelid = attrelid and indisunique and attnum = any(indkey)) as is_unique
            from pg_attribute where attrelid = :table::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """)
        .param("table", table.toString())
        .query(Column.class)
        .list();
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(it -> '"' + it.name() + '"').collect(Collectors.joining(", "));
  }

  private static String list(List<String> values) {
    return String.join(", ", values);
  }

  void analyse() {
    sql.sql("analyze").update();
  }

  /** How PostgreSQL would answer a statement, whatever its parameters are, as JSON. */
  String plan(String statement) {
    return String.join(
        "\n",
        sql.sql("explain (generic_plan, format json) " + statement).query(String.class).list());
  }

  @Override
  public void close() {
    database.close();
  }
}
