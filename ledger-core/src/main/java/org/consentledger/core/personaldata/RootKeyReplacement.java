package org.consentledger.core.personaldata;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.EpochKeyCommand.ReplaceRootKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the root key that a node was started with in the place of the one before it: wraps the keys
 * of all epochs anew. A backup of the whole database holds the keys of its epochs, wrapped by the
 * root key of its time; when that is replaced, and its copies are destroyed, the backup is dead.
 */
public final class RootKeyReplacement {

  private final JdbcClient database;
  private final EpochKeys epochKeys;
  private final Commands commands;
  private final Clock clock;

  private record InUse(int generation, long keyId, int next) {}

  /** Replaces the root key of this database. */
  public RootKeyReplacement(
      JdbcClient database, EpochKeys epochKeys, Commands commands, Clock clock) {
    this.database = database;
    this.epochKeys = epochKeys;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Replaces it where this node was started with another one, in one transaction; answers whether
   * there was something to do.
   */
  public boolean run() {
    InUse inUse = inUse();
    if (inUse.keyId() == epochKeys.root().id()) {
      return false;
    }
    commands.execute(
        new ReplaceRootKey(inUse.next()),
        EpochRotation.ACTOR,
        null,
        new Attachment(writes(inUse.generation(), inUse.next()), appended -> List.of()));
    return true;
  }

  /** A database that was restored may have forgotten root keys that the history knows. */
  private InUse inUse() {
    return database
        .sql(
            """
            select generation, key_id,
                   1 + greatest(
                     (select max(generation) from vault.root_key),
                     (select max((payload ->> 'rootKey')::int) from event where aggregate_id = :ring)) as next
            from vault.root_key where replaced_at is null
            """)
        .param("ring", EpochKeyRing.IDENTIFIER)
        .query(
            (row, number) ->
                new InUse(row.getInt("generation"), row.getLong("key_id"), row.getInt("next")))
        .single();
  }

  private List<Write> writes(int before, int next) {
    Instant now = clock.instant();
    List<Write> writes = new ArrayList<>();
    writes.add(
        Write.one(
            "insert into vault.root_key (generation, key_id, since) values (?, ?, ?)",
            next,
            epochKeys.root().id(),
            now));
    Map<Integer, byte[]> epochs = new TreeMap<>();
    database
        .sql("select epoch, wrapped_key from vault.epoch_key where wrapped_key is not null")
        .query(
            row -> {
              epochs.put(row.getInt("epoch"), row.getBytes("wrapped_key"));
            });
    epochs.forEach(
        (epoch, wrapped) ->
            writes.add(
                Write.one(
                    """
                    update vault.epoch_key set wrapped_key = ?, root_key = ? where epoch = ? and wrapped_key = ?
                    """,
                    epochKeys.wrapAnew(wrapped),
                    next,
                    epoch,
                    wrapped)));
    // An epoch that began after the look above is not among them: then nothing is done, and all is
    // tried again.
    writes.add(
        Write.one(
            """
            update vault.root_key set replaced_at = ? where generation = ? and replaced_at is null
            and not exists (select from vault.epoch_key where root_key = generation and wrapped_key is not null)
            """,
            now,
            before));
    return writes;
  }
}
