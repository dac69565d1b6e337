package org.consentledger.core.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.consentledger.core.log.note.NoteSignature;
import org.consentledger.core.log.note.VerifierKey;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What others vouch for of the checkpoints: the cosignatures of witnesses and the time stamps of
 * authorities. They are only added; one that is there already stays as it is.
 */
public final class Vouchers {

  private final JdbcClient database;

  /** Keeps them in this database. */
  public Vouchers(JdbcClient database) {
    this.database = database;
  }

  /** Adds a cosignature, which the caller has verified, of the checkpoint of that size. */
  public void add(long size, WitnessLine cosignature) {
    database
        .sql(
            """
            insert into ledger_cosignature (size, witness, line, received_at)
            values (:size, :witness, :line, :receivedAt) on conflict do nothing
            """)
        .param("size", size)
        .param("witness", cosignature.witness().toString())
        .param("line", cosignature.line().line())
        .param("receivedAt", cosignature.receivedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Adds a time stamp, which the caller has verified, of the checkpoint of that size. */
  public void add(long size, TimeStamp stamp) {
    database
        .sql(
            """
            insert into ledger_time_stamp (size, authority, stamped, response, stamped_at, received_at)
            values (:size, :authority, :stamped, :response, :stampedAt, :receivedAt) on conflict do nothing
            """)
        .param("size", size)
        .param("authority", stamp.authority())
        .param("stamped", stamp.stamped())
        .param("response", stamp.response())
        .param("stampedAt", stamp.stampedAt().atOffset(ZoneOffset.UTC))
        .param("receivedAt", stamp.receivedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The newest checkpoint; empty before the first. */
  public Optional<VouchedCheckpoint> newest() {
    return new StoredLog(database).latestCheckpoint().map(it -> vouched(List.of(it)).getFirst());
  }

  /**
   * Checkpoints, smallest first.
   *
   * @param size the size after which to begin
   * @param limit how many at most
   */
  public List<VouchedCheckpoint> after(long size, int limit) {
    return vouched(new StoredLog(database).checkpointsAfter(size, limit));
  }

  /** The largest size that this witness has cosigned; 0 for none. */
  public long largestCosignedBy(VerifierKey witness) {
    return database
        .sql("select coalesce(max(size), 0) from ledger_cosignature where witness = :witness")
        .param("witness", witness.toString())
        .query(Long.class)
        .single();
  }

  /** When the first checkpoint was signed that is larger than that; empty where none is. */
  public Optional<Instant> firstSignedAfter(long size) {
    return new StoredLog(database)
        .checkpointsAfter(size, 1).stream().findFirst().map(StoredCheckpoint::signedAt);
  }

  /**
   * The first time stamp of each checkpoint that has one, smallest first.
   *
   * @param size no checkpoint larger than this
   */
  void forEachTimeStamp(long size, BiConsumer<Long, TimeStamp> found) {
    database
        .sql(
            """
            select distinct on (size) * from ledger_time_stamp where size <= :size order by size, received_at
            """)
        .param("size", size)
        .query(
            row -> {
              found.accept(row.getLong("size"), timeStamp(row, 0));
            });
  }

  private List<VouchedCheckpoint> vouched(List<StoredCheckpoint> checkpoints) {
    if (checkpoints.isEmpty()) {
      return List.of();
    }
    long first = checkpoints.getFirst().size();
    long last = checkpoints.getLast().size();
    Map<Long, List<WitnessLine>> cosignatures =
        bySize("ledger_cosignature", first, last, Vouchers::witnessLine);
    Map<Long, List<TimeStamp>> stamps =
        bySize("ledger_time_stamp", first, last, Vouchers::timeStamp);
    return checkpoints.stream()
        .map(
            each ->
                new VouchedCheckpoint(
                    each,
                    cosignatures.getOrDefault(each.size(), List.of()),
                    stamps.getOrDefault(each.size(), List.of())))
        .toList();
  }

  private <T> Map<Long, List<T>> bySize(String table, long first, long last, RowMapper<T> item) {
    Map<Long, List<T>> found = new HashMap<>();
    database
        .sql(
            "select * from "
                + table
                + " where size between :first and :last order by size, received_at")
        .param("first", first)
        .param("last", last)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getLong("size"), none -> new ArrayList<>())
                  .add(item.mapRow(row, 0));
            });
    return found;
  }

  private static WitnessLine witnessLine(ResultSet row, int number) throws SQLException {
    return new WitnessLine(
        VerifierKey.parse(row.getString("witness")),
        NoteSignature.parse(row.getString("line")),
        moment(row, "received_at"));
  }

  private static TimeStamp timeStamp(ResultSet row, int number) throws SQLException {
    return new TimeStamp(
        row.getString("authority"),
        row.getBytes("stamped"),
        row.getBytes("response"),
        moment(row, "stamped_at"),
        moment(row, "received_at"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
