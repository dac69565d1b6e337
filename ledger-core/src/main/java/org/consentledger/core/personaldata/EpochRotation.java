package org.consentledger.core.personaldata;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.EpochKeyCommand.DestroyEpochKey;
import org.consentledger.core.personaldata.EpochKeyCommand.RotateEpochKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces the key of the epoch, so that what backups and the write-ahead log keep of destroyed
 * keys opens by nothing that the database holds:
 *
 * <ol>
 *   <li>The next epoch begins, as an event. From that transaction on nothing is wrapped under the
 *       one before, on any node.
 *   <li>What it wraps is wrapped anew, page by page.
 *   <li>When nothing is left, its key is destroyed, and then the event says so.
 * </ol>
 *
 * Whatever is interrupted anywhere is gone on with by {@link #goOn}, on any node.
 */
public final class EpochRotation {

  /** Who does what nobody asked for: the ledger itself. */
  public static final String ACTOR = "ledger";

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final EpochKeys epochKeys;
  private final SystemSecrets secrets;
  private final Epochs epochs;
  private final Rewrapping rewrapping;
  private final Commands commands;
  private final Clock clock;

  /**
   * The beginning of an epoch, to be recorded.
   *
   * @param writes what belongs into the transaction of the event
   */
  public record Beginning(RotateEpochKey command, List<Write> writes) {}

  /** Rotates the epochs of this database. */
  public EpochRotation(
      DataSource dataSource,
      TransactionTemplate transactions,
      EpochKeys epochKeys,
      SystemSecrets secrets,
      Commands commands,
      Clock clock) {
    JdbcTemplate statements = new JdbcTemplate(dataSource);
    this.database = JdbcClient.create(statements);
    this.transactions = transactions;
    this.epochKeys = epochKeys;
    this.secrets = secrets;
    this.epochs = new Epochs(database);
    this.rewrapping = new Rewrapping(statements, transactions, epochKeys, epochs);
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Makes a key for the next epoch. While one before still retires, the next has begun already, and
   * recording it changes nothing.
   */
  public Beginning next() {
    epochKeys.refresh();
    Standing standing = standing();
    int current = standing.current();
    if (standing.underWay()) {
      return new Beginning(new RotateEpochKey(current, current, epochs.keysLeft()), List.of());
    }
    Instant now = clock.instant();
    return new Beginning(
        new RotateEpochKey(standing.next(), current, epochs.keysUnder(current)),
        List.of(
            Write.one(
                """
                update vault.epoch_key set state = 'RETIRING', retired_at = ? where epoch = ? and state = 'CURRENT'
                """,
                now,
                current),
            Write.one(
                """
                insert into vault.epoch_key (epoch, wrapped_key, created_at, root_key)
                select ?, ?, ?, generation from vault.root_key where key_id = ? and replaced_at is null
                """,
                standing.next(),
                epochKeys.wrappedNewKey(),
                now,
                epochKeys.root().id())));
  }

  private record Standing(int current, boolean underWay, int next) {}

  /**
   * All of one moment: if the epoch of that number has begun when the command is carried out, it
   * changes nothing. A database that was restored may have forgotten epochs that the history knows.
   */
  private Standing standing() {
    return database
        .sql(
            """
            select (select epoch from vault.epoch_key where state = 'CURRENT') as current,
                   exists (select from vault.epoch_key where state = 'RETIRING') as under_way,
                   1 + greatest(
                     (select max(epoch) from vault.epoch_key),
                     (select max((payload ->> 'epoch')::int) from event where aggregate_id = :ring)) as next
            """)
        .param("ring", EpochKeyRing.IDENTIFIER)
        .query(
            (row, number) ->
                new Standing(
                    row.getInt("current"), row.getBoolean("under_way"), row.getInt("next")))
        .single();
  }

  /** Begins the next epoch. */
  public void begin() {
    Beginning next = next();
    commands.execute(
        next.command(), ACTOR, null, new Attachment(next.writes(), appended -> List.of()));
    epochKeys.refresh();
  }

  /** Brings a rotation to its end that was begun; does nothing where there is none. */
  public void goOn() {
    List<Integer> retiring = epochs.retiring();
    if (retiring.isEmpty()) {
      return;
    }
    epochKeys.refresh();
    for (int epoch : retiring) {
      transactions.executeWithoutResult(status -> secrets.sealAnew(epoch));
      if (rewrapping.run(epoch) && forgetKey(epoch)) {
        recordDestruction(epoch);
      }
    }
    epochKeys.refresh();
  }

  /** Whether the key is gone; whoever reads the table at the moment keeps it for a while. */
  private boolean forgetKey(int epoch) {
    return database
        .sql("select vault.forget_epoch_key(:epoch)")
        .param("epoch", epoch)
        .query(Boolean.class)
        .single();
  }

  private void recordDestruction(int epoch) {
    commands.execute(
        new DestroyEpochKey(epoch),
        ACTOR,
        null,
        new Attachment(
            List.of(),
            appended ->
                List.of(
                    Write.any(
                        """
                        update vault.epoch_key set state = 'DESTROYED', destroyed_at = ?
                        where epoch = ? and state = 'RETIRING' and wrapped_key is null
                        """,
                        appended.recordedAt(),
                        epoch))));
  }
}
