package org.consentledger.core.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.CommittedEvent;
import org.consentledger.core.log.entry.EntryTime;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signs what the ledger answers: these events were recorded, with these commitments, at this time.
 * Whoever holds a receipt can show it if the leaf never comes to be. It is a signed note whose
 * first line tells it from a checkpoint; then the log's origin, the time, and a line for each event
 * with its identifier, its position and the commitments to its payload and its metadata.
 */
public final class Receipts {

  private static final String FORM = "consent-ledger/receipt/v1";

  /** What of the documents that the ledger hands out is signed. */
  public enum Document {
    /** A receipt of consent. */
    CONSENT_RECEIPT("consent-ledger/consent-receipt/v1"),
    /** A certificate that data was disposed of. */
    DISPOSAL_CERTIFICATE("consent-ledger/disposal-certificate/v1");

    private final String form;

    Document(String form) {
      this.form = form;
    }
  }

  /** For so long a node may sign receipts with a key that another has replaced. */
  private static final Duration KEY_KNOWN_FOR = Duration.ofSeconds(10);

  private final LogKeys keys;
  private final Clock clock;
  private final AtomicReference<@Nullable KnownKey> known = new AtomicReference<>();

  private record KnownKey(SignerKey key, Instant until) {}

  /** Receipts of the log in this database, signed with the key in this file. */
  public Receipts(JdbcClient database, LogKeyFile keyFile, Clock clock) {
    this.keys = new LogKeys(new StoredLog(database), keyFile);
    this.clock = clock;
  }

  /**
   * What a receipt says of an append that recorded something.
   *
   * @throws LogUnusable where the key of the log is not there
   */
  public String text(Appended appended) {
    StringBuilder text = new StringBuilder();
    text.append(FORM).append('\n').append(key().name()).append('\n');
    text.append(EntryTime.format(appended.recordedAt())).append('\n');
    for (CommittedEvent event : appended.events()) {
      text.append(event.eventId()).append(' ').append(event.position()).append(' ');
      text.append(event.payload()).append(' ').append(event.metadata()).append('\n');
    }
    return text.toString();
  }

  /**
   * The receipt with the signature of the log's key. Equal texts get equal signatures.
   *
   * @throws LogUnusable where the key of the log is not there
   */
  public SignedNote sign(String text) {
    return new SignedNote(text, List.of(key().sign(text)));
  }

  /**
   * A document's signature: a note whose lines are its form, such as {@code
   * consent-ledger/consent-receipt/v1}, the log's name, the document's identifier, and SHA-256 of
   * its canonical bytes in hexadecimal.
   *
   * @throws LogUnusable where the key of the log is not there
   */
  public SignedNote sign(Document document, UUID documentId, byte[] canonical) {
    return sign(
        String.join("\n", document.form, key().name(), documentId.toString(), sha256(canonical))
            + "\n");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  private SignerKey key() {
    Instant now = clock.instant();
    KnownKey current = known.get();
    if (current == null || now.isAfter(current.until())) {
      current = new KnownKey(keys.inForce(), now.plus(KEY_KNOWN_FOR));
      known.set(current);
    }
    return current.key();
  }
}
