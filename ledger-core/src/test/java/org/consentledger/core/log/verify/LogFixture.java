package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.log.entry.Commitment;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.GenesisEntry;
import org.consentledger.core.log.entry.KeyRotationEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.merkle.TileReader;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.Cosignature;
import org.consentledger.core.log.note.MlDsaWitness;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;

/**
 * An honest log: a genesis, events of a few aggregates, one rotation of keys, and payloads that
 * were removed. The same size and history make the same log.
 */
final class LogFixture implements TileReader {

  static final String ORIGIN = "example.com/ledger";
  static final SignerKey OLD_KEY = SignerKey.generate(ORIGIN, new SecureRandom());
  static final SignerKey NEW_KEY = SignerKey.generate(ORIGIN, new SecureRandom());
  static final SignerKey WITNESS = SignerKey.generate("witness.example/w1", new SecureRandom());
  static final MlDsaWitness NEWER_WITNESS = new MlDsaWitness("witness.example/w2");

  /** The leaf in which the key changes, in a log that is large enough. */
  static final int ROTATION = 4;

  private static final int AGGREGATES = 7;
  private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00.000001Z");

  private final String history;
  private final int last;
  private final List<Event> events = new ArrayList<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final List<byte[]> levels = new ArrayList<>();

  /** An event with the line that describes it. */
  record Event(int leaf, boolean isRemoving, String line) {}

  private LogFixture(int size, String history) {
    this.history = history;
    this.last = size > ROTATION ? size - 2 : size - 1;
    int[] sequences = new int[AGGREGATES];
    for (int leaf = 0; leaf < size; leaf++) {
      add(leaf, sequences);
    }
    hashAll();
  }

  static LogFixture ofSize(int size) {
    return new LogFixture(size, "as it was");
  }

  /** A log in which one event after the rotation says something else. */
  static LogFixture rewritten(int size) {
    return new LogFixture(size, "as it was not");
  }

  /** A log in which the leaf of an event is written in a way that is not canonical. */
  static LogFixture withEntry(int size, int leaf, String more) {
    LogFixture log = ofSize(size);
    byte[] entry = log.entries.get(leaf);
    String loose = new String(entry, StandardCharsets.UTF_8).replace("\"v\":1", more + "\"v\":1");
    log.entries.set(leaf, loose.getBytes(StandardCharsets.UTF_8));
    log.hashAll();
    return log;
  }

  /** A log in which a leaf says what another one says. */
  static LogFixture withEntryOf(int size, int leaf, int other) {
    LogFixture log = ofSize(size);
    log.entries.set(leaf, log.entries.get(other));
    log.hashAll();
    return log;
  }

  int size() {
    return entries.size();
  }

  List<Event> events() {
    return events;
  }

  List<byte[]> entries() {
    return entries;
  }

  /** The hashes of a level, of all its tiles. */
  byte[] level(int level) {
    return levels.get(level);
  }

  int levels() {
    return levels.size();
  }

  List<Hash> inclusion(int leaf) {
    return new Proofs(this).inclusion(leaf, size());
  }

  boolean hasRotation() {
    return size() > ROTATION;
  }

  /** The checkpoint of a size, signed as it has to be at that size. */
  SignedNote checkpoint(int size) {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, size, new Proofs(this).root(size));
    if (size == ROTATION + 1) {
      return checkpoint.sign(List.of(OLD_KEY, NEW_KEY));
    }
    return checkpoint.sign(List.of(size <= ROTATION ? OLD_KEY : NEW_KEY));
  }

  SignedNote cosigned(int size) {
    SignedNote note = checkpoint(size);
    return note.with(
        List.of(
            Cosignature.sign(WITNESS, BEGINNING, note.text()),
            NEWER_WITNESS.cosign(BEGINNING, note.text())));
  }

  @Override
  public byte[] hashes(int level, long tileIndex, int width) {
    int from = (int) tileIndex * 256 * Hash.LENGTH;
    return Arrays.copyOfRange(levels.get(level), from, from + width * Hash.LENGTH);
  }

  private void add(int leaf, int[] sequences) {
    if (leaf == 0) {
      add(new GenesisEntry(ORIGIN, OLD_KEY.verifierKey(), Optional.empty(), BEGINNING));
    } else if (leaf == ROTATION) {
      add(new KeyRotationEntry(OLD_KEY.verifierKey(), NEW_KEY.verifierKey(), BEGINNING));
    } else {
      addEvent(leaf, sequences);
    }
  }

  private void addEvent(int leaf, int[] sequences) {
    int position = events.size() + 1;
    boolean isRemoving = position % 50 == 0;
    byte[] salt = sha256("salt " + leaf);
    String text = leaf == ROTATION + 1 ? history : "Ұлжан \"said\"\n\\ nothing";
    String payload =
        isRemoving
            ? "{\"reason\":[{\"law\":1.5e3},null],\"position\":" + (position - 10) + "}"
            : "{\"subjectId\":\"" + new UUID(leaf, 1) + "\",\"text\":" + quoted(text) + "}";
    String metadata = "{\"actor\":\"a\"}";
    int aggregate = leaf * 31 % AGGREGATES;
    Commitment commitment = new Commitment();
    EventEntry entry =
        new EventEntry(
            position,
            eventId(position),
            "Subject",
            "subject-" + aggregate,
            sequences[aggregate]++,
            isRemoving ? "payload.removed" : "consent.given",
            "1",
            BEGINNING.plusMillis(leaf),
            commitment.payload(salt, payload.getBytes(StandardCharsets.UTF_8)),
            commitment.metadata(salt, metadata.getBytes(StandardCharsets.UTF_8)));
    add(entry);
    events.add(new Event(leaf, isRemoving, line(leaf, entry, salt, payload, metadata)));
  }

  private String line(int leaf, EventEntry entry, byte[] salt, String payload, String metadata) {
    String content =
        entry.position() % 50 == 40 && entry.position() + 10 <= last
            ? "\"payload\":null,\"metadata\":null,\"salt\":null,\"removedBy\":\""
                + eventId((int) entry.position() + 10)
                + "\""
            : "\"payload\":"
                + quoted(payload)
                + ",\"metadata\":"
                + quoted(metadata)
                + ",\"salt\":\""
                + HexFormat.of().formatHex(salt)
                + "\"";
    return "{\"leaf\":%d,\"position\":%d,\"eventId\":\"%s\",\"aggregateType\":\"%s\",\"aggregateId\":\"%s\",\"sequence\":%d,\"name\":\"%s\",\"revision\":\"1\",\"recordedAt\":\"%s\",%s}"
        .formatted(
            leaf,
            entry.position(),
            entry.eventId(),
            entry.aggregateType(),
            entry.aggregateId(),
            entry.sequence(),
            entry.name(),
            entry.recordedAtText(),
            content);
  }

  /** Text as a string of JSON. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static UUID eventId(int position) {
    return new UUID(0x0123456789ABCDEFL, position);
  }

  private void add(LogEntry entry) {
    entries.add(entry.bytes());
  }

  private void hashAll() {
    levels.clear();
    Hasher hasher = new Hasher();
    byte[] leaves = new byte[entries.size() * Hash.LENGTH];
    for (int i = 0; i < entries.size(); i++) {
      hasher.leaf(entries.get(i)).copyTo(leaves, i * Hash.LENGTH);
    }
    for (byte[] level = leaves; level.length > 0; level = above(hasher, level)) {
      levels.add(level);
    }
  }

  private static byte[] above(Hasher hasher, byte[] level) {
    int tileLength = 256 * Hash.LENGTH;
    byte[] above = new byte[level.length / tileLength * Hash.LENGTH];
    for (int i = 0; i < above.length / Hash.LENGTH; i++) {
      hasher.root(level, i * tileLength, 256).copyTo(above, i * Hash.LENGTH);
    }
    return above;
  }

  private static byte[] sha256(String text) {
    return Hasher.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
