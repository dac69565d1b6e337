package org.consentledger.api.command;

import java.util.HexFormat;
import java.util.Optional;
import org.consentledger.core.eventstore.KeptAnswer;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which answer was given under which idempotency key. Keys and requests may hold personal
 * data, so only keyed hashes of them are kept.
 */
@Component
final class IdempotencyKeys {

  private final JdbcClient database;
  private final KeyedHash hash;

  /**
   * An answer that was given.
   *
   * @param receipt what its receipt says, which is signed anew each time it is given; none where
   *     nothing was recorded
   */
  record Answer(int status, String body, @Nullable String receipt) {

    static Answer of(KeptAnswer kept) {
      return new Answer(kept.status(), kept.body(), kept.receipt());
    }
  }

  /** A key, and the request that came with it, as digests in hexadecimal. */
  record Use(String keyDigest, String requestDigest) {

    KeptAnswer answeredBy(Answer answer) {
      return new KeptAnswer(
          keyDigest, requestDigest, answer.status(), answer.body(), answer.receipt());
    }
  }

  private record Remembered(String requestDigest, Answer answer) {}

  IdempotencyKeys(JdbcClient database, SystemSecrets secrets) {
    this.database = database;
    this.hash = new KeyedHash(secrets, "idempotency");
  }

  /** Keys belong to who sends them: two clients may choose the same. */
  Use use(CommandContext context, String key, String request) {
    return new Use(digest(context.actor() + "\n" + key), digest(context.target() + "\n" + request));
  }

  private String digest(String text) {
    return HexFormat.of().formatHex(hash.of(text));
  }

  /**
   * The answer that was given under this key.
   *
   * @throws KeyReused where it was given to another request
   */
  Optional<Answer> find(Use use) {
    Optional<Remembered> remembered =
        database
            .sql(
                """
                select encode(request_digest, 'hex') as request_digest, status, body, receipt from idempotency
                where key_digest = decode(:key, 'hex')
                """)
            .param("key", use.keyDigest())
            .query(
                (row, number) ->
                    new Remembered(
                        row.getString("request_digest"),
                        new Answer(
                            row.getInt("status"), row.getString("body"), row.getString("receipt"))))
            .optional();
    if (remembered.isPresent() && !remembered.get().requestDigest().equals(use.requestDigest())) {
      throw new KeyReused();
    }
    return remembered.map(Remembered::answer);
  }
}
