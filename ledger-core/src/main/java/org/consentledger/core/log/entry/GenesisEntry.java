package org.consentledger.core.log.entry;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.core.log.note.VerifierKey;

/**
 * The first leaf of a log: which log this is, and by which key it is known.
 *
 * @param origin the log's identity
 * @param verifierKey the key that verifies its checkpoints, until a rotation
 * @param previousOrigin the log that this one goes on from, if there is one
 * @param time when the log began, in whole microseconds
 */
public record GenesisEntry(
    String origin, VerifierKey verifierKey, Optional<String> previousOrigin, Instant time)
    implements LogEntry {

  static final String KIND = "genesis";

  private static final String FORMAT = "consent-ledger/log/v1";
  private static final long VERSION = 1;

  static GenesisEntry of(Fields fields) {
    fields.requireVersion(VERSION);
    if (!fields.string("format").equals(FORMAT)) {
      throw new IllegalArgumentException("A genesis of a log in another format than " + FORMAT);
    }
    return new GenesisEntry(
        fields.string("origin"),
        VerifierKey.parse(fields.string("vkey")),
        fields.has("previousOrigin")
            ? Optional.of(fields.string("previousOrigin"))
            : Optional.empty(),
        EntryTime.parse(fields.string("time")));
  }

  @Override
  public byte[] bytes() {
    CanonicalWriter json =
        new CanonicalWriter()
            .string("format", FORMAT)
            .string("kind", KIND)
            .string("origin", origin);
    previousOrigin.ifPresent(previous -> json.string("previousOrigin", previous));
    return json.string("time", EntryTime.format(time))
        .number("v", VERSION)
        .string("vkey", verifierKey.toString())
        .bytes();
  }
}
