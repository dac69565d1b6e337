package org.consentledger.core.personaldata;

import com.google.crypto.tink.Aead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps subjects' keys anew under the current epoch, a page and a transaction at a time. Several
 * nodes may do it at once, and commands go on meanwhile: a row that somebody holds is left for the
 * next pass, so nobody waits for longer than a page takes. A key that is destroyed meanwhile stays
 * destroyed, because its row is read again once it is held.
 */
final class Rewrapping {

  private static final int AT_ONCE = 500;

  /** What others hold is theirs for milliseconds; what stays held is left for the next run. */
  private static final int MOST_PASSES = 10;

  private final JdbcClient database;
  private final JdbcTemplate statements;
  private final TransactionTemplate transactions;
  private final EpochKeys epochKeys;
  private final Epochs epochs;

  Rewrapping(
      JdbcTemplate statements,
      TransactionTemplate transactions,
      EpochKeys epochKeys,
      Epochs epochs) {
    this.database = JdbcClient.create(statements);
    this.statements = statements;
    this.transactions = transactions;
    this.epochKeys = epochKeys;
    this.epochs = epochs;
  }

  /** Wraps all keys of an epoch anew; answers whether none is left. */
  boolean run(int retiring) {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      UUID last = null;
      do {
        last = page(retiring, last);
      } while (last != null && !Thread.currentThread().isInterrupted());
      if (epochs.keysUnder(retiring) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Wraps the next few keys anew; answers where it stopped, or nothing where it found none. */
  @Nullable UUID page(int retiring, @Nullable UUID after) {
    return transactions.execute(
        status -> {
          SequencedMap<UUID, byte[]> page = read(retiring, after);
          if (page.isEmpty()) {
            return null;
          }
          EpochKeys.EpochKey current = epochKeys.current();
          Aead from = epochKeys.find(retiring).orElseThrow();
          List<Write> writes = new ArrayList<>();
          page.forEach(
              (subject, wrapped) -> writes.add(write(subject, wrapped, retiring, from, current)));
          statements.execute(
              (ConnectionCallback<@Nullable Void>)
                  connection -> {
                    Write.execute(connection, writes);
                    return null;
                  });
          return page.lastEntry().getKey();
        });
  }

  private SequencedMap<UUID, byte[]> read(int retiring, @Nullable UUID after) {
    SequencedMap<UUID, byte[]> page = new LinkedHashMap<>();
    database
        .sql(
            """
            select subject_id, wrapped_key from vault.subject_key
            where epoch = :retiring and wrapped_key is not null %s
            order by subject_id limit :limit for update skip locked
            """
                .formatted(after == null ? "" : "and subject_id > :after"))
        .param("retiring", retiring)
        .param("after", after)
        .param("limit", AT_ONCE)
        .query(
            row -> {
              page.put(row.getObject("subject_id", UUID.class), row.getBytes("wrapped_key"));
            });
    return page;
  }

  private static Write write(
      UUID subject, byte[] wrapped, int retiring, Aead from, EpochKeys.EpochKey current) {
    return Write.one(
        "update vault.subject_key set epoch = ?, wrapped_key = ? where subject_id = ? and epoch ="
            + " ?",
        current.epoch(),
        SubjectKey.wrapAnew(new SubjectId(subject), from, wrapped, current.aead()),
        subject,
        retiring);
  }
}
