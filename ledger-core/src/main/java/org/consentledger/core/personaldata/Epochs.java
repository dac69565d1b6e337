package org.consentledger.core.personaldata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which epochs there were, and since when copies of destroyed keys open no more. A subject's key
 * that is destroyed lives on in backups and in the write-ahead log, wrapped by the keys of the
 * epochs that there were while it lived. Those are destroyed one after the other, the youngest
 * last.
 */
public final class Epochs {

  private final JdbcClient database;

  /**
   * An epoch.
   *
   * @param epoch its number, from 1
   * @param state what has become of it
   * @param since when it began
   * @param retiredAt when the next one began
   * @param destroyedAt when its key was destroyed
   * @param keys how many keys of subjects its key wraps
   */
  public record Epoch(
      int epoch,
      EpochState state,
      Instant since,
      @Nullable Instant retiredAt,
      @Nullable Instant destroyedAt,
      long keys) {}

  /**
   * What has become of the copies of a destroyed subject's key.
   *
   * @param epoch the youngest epoch that there was while the key lived
   * @param epochKeyDestroyedAt since when no copy of the key opens by what is in the database, or
   *     in any backup that was taken since
   * @param rootKeyReplacedAt since when the root key opens no copy of that epoch's key, either,
   *     which an old backup of the whole database holds as well
   */
  public record KeyCopies(
      int epoch, @Nullable Instant epochKeyDestroyedAt, @Nullable Instant rootKeyReplacedAt) {

    /**
     * Since when no backup opens by any key that the ledger has; empty as long as one does. It
     * holds for a backup without a copy of the root key of its time.
     */
    public Optional<Instant> goneDeadSince() {
      if (epochKeyDestroyedAt == null || rootKeyReplacedAt == null) {
        return Optional.empty();
      }
      return Optional.of(
          epochKeyDestroyedAt.isAfter(rootKeyReplacedAt) ? epochKeyDestroyedAt : rootKeyReplacedAt);
    }
  }

  /** Asks this database. */
  public Epochs(JdbcClient database) {
    this.database = database;
  }

  /** All epochs, the oldest first. Counts keys, and so takes longer the more there are. */
  public List<Epoch> list() {
    return database
        .sql(
            """
            select epoch, state, created_at, retired_at, destroyed_at, coalesce(keys, 0) as keys
            from vault.epoch_key left join (
              select epoch, count(*) as keys from vault.subject_key where wrapped_key is not null group by epoch
            ) as wrapped using (epoch)
            order by epoch
            """)
        .query((row, number) -> epoch(row, row.getLong("keys")))
        .list();
  }

  /** The epoch under which new keys are wrapped; its keys are not counted. */
  public Epoch current() {
    return database
        .sql(
            """
            select epoch, state, created_at, retired_at, destroyed_at from vault.epoch_key where state = 'CURRENT'
            """)
        .query((row, number) -> epoch(row, 0))
        .single();
  }

  /** The epochs whose keys are about to be destroyed; rarely more than one. */
  public List<Integer> retiring() {
    return database
        .sql("select epoch from vault.epoch_key where state = 'RETIRING' order by epoch")
        .query((row, number) -> row.getInt("epoch"))
        .list();
  }

  /** How many keys of subjects have to be wrapped anew yet. */
  public long keysLeft() {
    return retiring().stream().mapToLong(this::keysUnder).sum();
  }

  long keysUnder(int epoch) {
    return database
        .sql(
            """
            select count(*) from vault.subject_key where epoch = :epoch and wrapped_key is not null
            """)
        .param("epoch", epoch)
        .query(Long.class)
        .single();
  }

  /**
   * What has become of the copies of a subject's key; empty where the key was not destroyed.
   *
   * @param subject whose data was destroyed or anonymised
   */
  public Optional<KeyCopies> copiesOfKeyOf(SubjectId subject) {
    return database
        .sql(
            """
            select key.epoch, destroyed_at, replaced_at from vault.subject_key key
            left join vault.epoch_key epoch on epoch.epoch = key.epoch
            left join vault.root_key root on root.generation = epoch.root_key
            where subject_id = :subject and key.state = 'DESTROYED'
            """)
        .param("subject", subject.value())
        .query((row, number) -> copies(row))
        .optional();
  }

  /**
   * Since when no backup of what was wrapped in an epoch, or in one before it, opens by any key
   * that the ledger has; see {@link KeyCopies#goneDeadSince}.
   */
  public Optional<Instant> goneDeadSince(int epoch) {
    return database
        .sql(
            """
            select epoch, destroyed_at, replaced_at from vault.epoch_key epoch
            join vault.root_key root on root.generation = epoch.root_key where epoch = :epoch
            """)
        .param("epoch", epoch)
        .query((row, number) -> copies(row))
        .optional()
        .flatMap(KeyCopies::goneDeadSince);
  }

  private static KeyCopies copies(ResultSet row) throws SQLException {
    return new KeyCopies(
        row.getInt("epoch"), instant(row, "destroyed_at"), instant(row, "replaced_at"));
  }

  private static Epoch epoch(ResultSet row, long keys) throws SQLException {
    return new Epoch(
        row.getInt("epoch"),
        EpochState.valueOf(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "retired_at"),
        instant(row, "destroyed_at"),
        keys);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
