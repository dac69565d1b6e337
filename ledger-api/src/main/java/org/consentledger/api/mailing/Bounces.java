package org.consentledger.api.mailing;

import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters that came back. Those that came back for good are counted for each address; one that
 * refused too many gets no mailings any more, until the person's address is corrected.
 */
@Component
public final class Bounces {

  private final Letters letters;
  private final LetterTokens tokens;
  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final int most;

  Bounces(
      Letters letters,
      LetterTokens tokens,
      JdbcClient database,
      PlatformTransactionManager transactions,
      OutgoingMailProperties properties) {
    this.letters = letters;
    this.tokens = tokens;
    this.database = database;
    this.transactions = new TransactionTemplate(transactions);
    this.most = properties.hardBounces();
  }

  /**
   * Takes in a report that a letter came back for good (RFC 3464: action {@code failed}, status
   * {@code 5.x.x}). The same report may come often, and counts once.
   *
   * @param token what stands after the plus sign of the address that the report came to, or in the
   *     letter's {@code Letter-Token}
   * @return the letter as it stands now; empty where the ledger made no such token
   */
  Optional<Letters.Entry> takeReport(String token) {
    Optional<UUID> known = tokens.read(LetterTokens.Use.BOUNCE, token);
    known.ifPresent(
        letterId -> transactions.executeWithoutResult(transaction -> noteReturn(letterId, true)));
    return known.flatMap(letters::find);
  }

  /**
   * Takes a report in that came by mail. What names no letter of the ledger's own does nothing.
   *
   * @param token see {@link #takeReport}
   * @param permanent whether the address is refused for good (status {@code 5.x.x}); a letter that
   *     was given up for another reason has come back, too, and is not counted against the address
   */
  public void recordBounce(String token, boolean permanent) {
    tokens
        .read(LetterTokens.Use.BOUNCE, token)
        .ifPresent(
            letterId ->
                transactions.executeWithoutResult(transaction -> noteReturn(letterId, permanent)));
  }

  private void noteReturn(UUID letterId, boolean counts) {
    if (letters.noteReturn(letterId) && counts) {
      letters.find(letterId).map(Letters.Entry::subjectId).ifPresent(this::count);
    }
  }

  /** Counts a letter that somebody's address refused for good. */
  void count(SubjectId subject) {
    database
        .sql(
            """
            insert into mail_bounce (subject_id, hard_bounces) values (:subject, 1)
            on conflict (subject_id) do update
              set hard_bounces = mail_bounce.hard_bounces + 1, last_at = now()
            """)
        .param("subject", subject.value())
        .update();
  }

  /** Whether somebody's address has refused too many letters. */
  boolean isSuspended(SubjectId subject) {
    return database
        .sql("select hard_bounces >= :most from mail_bounce where subject_id = :subject")
        .param("most", most)
        .param("subject", subject.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
