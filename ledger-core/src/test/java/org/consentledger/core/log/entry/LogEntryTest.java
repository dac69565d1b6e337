package org.consentledger.core.log.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogEntryTest {

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.000010Z");
  private static final EventEntry EVENT =
      new EventEntry(
          7,
          UUID.fromString("00000000-0000-0000-0000-00000000000a"),
          "Subject",
          "sub\"ject\\1\t\u0001",
          3,
          "consent.given",
          "1",
          TIME,
          new Hasher().emptyRoot(),
          new Hasher().leaf(new byte[0]));

  private static final String EVENT_JSON =
      "{\"agg\":\"sub\\\"ject\\\\1\\t\\u0001\",\"aggType\":\"Subject\","
          + "\"eventId\":\"00000000-0000-0000-0000-00000000000a\","
          + "\"meta\":\"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d\","
          + "\"payload\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","
          + "\"pos\":7,\"rev\":\"1\",\"seq\":3,\"time\":\"2026-03-01T12:00:00.000010Z\","
          + "\"type\":\"consent.given\",\"v\":1}";

  @Test
  void the_leaf_of_an_event_is_canonical_json() {
    assertThat(text(EVENT)).isEqualTo(EVENT_JSON);
    assertThat(LogEntry.parse(bytes(EVENT_JSON))).isEqualTo(EVENT);
  }

  @Test
  void a_genesis_and_a_rotation_are_read_back() {
    VerifierKey oldKey = key();
    VerifierKey newKey = key();
    List<LogEntry> entries =
        List.of(
            new GenesisEntry("example.com/log", oldKey, Optional.empty(), TIME),
            new GenesisEntry("example.com/log", oldKey, Optional.of("example.com/before"), TIME),
            new KeyRotationEntry(oldKey, newKey, TIME));
    for (LogEntry entry : entries) {
      assertThat(LogEntry.parse(entry.bytes())).isEqualTo(entry);
    }
    assertThat(text(entries.get(1)))
        .isEqualTo(
            "{\"format\":\"consent-ledger/log/v1\",\"kind\":\"genesis\","
                + "\"origin\":\"example.com/log\",\"previousOrigin\":\"example.com/before\","
                + "\"time\":\"2026-03-01T12:00:00.000010Z\",\"v\":1,\"vkey\":\""
                + oldKey
                + "\"}");
    assertThat(text(entries.get(2))).startsWith("{\"kind\":\"key-rotation\",\"newVkey\":\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"agg\"|` {\"agg\"`|@0",
        "{\"agg\"|{ \"agg\"|@1",
        "\"v\":1}|`\"v\":1} `|@6",
        "\"v\":1}|\"v\":1|@5",
        "\"pos\":7|\"pos\":07|@6",
        "\"pos\":7|\"pos\":-7|@6",
        "\"pos\":7|\"pos\":7.0|@7",
        "\"pos\":7|\"pos\":9007199254740992|@6",
        "\"pos\":7|\"pos\":null|@6",
        "\"pos\":7,|\"pos\":7,\"pos\":7,|@8",
        "\"rev\":\"1\",|\"reu\":\"1\",|\"rev\"",
        "\"rev\":\"1\",|\"rev\":1,|\"rev\"",
        "\"rev\":\"1\",||\"rev\"",
        "\"v\":1}|\"v\":2}|version 2",
        "\"v\":1}|\"v\":1,\"w\":1}|[w]",
        "\\t|\\u0009|@2",
        "\\u0001|\\u0041|@2",
        "\\u0001|\\u000B|@5",
        "\\t|\\/|@1",
        "consent|consént|@4",
        "000010Z|00001Z|time",
        "000010Z|000010z|time",
        "03-01T|02-30T|time",
        "e3b0c|E3b0c|lower case",
        "{\"agg\"|{\"AGG\"|\"agg\"",
        "00000000000a|00000000000A|not written",
        "00000000-0000-0000|0-0-0|not written"
      })
  void what_is_not_canonical_is_refused_with_its_place(String good, String bad, String place) {
    String json = EVENT_JSON.replace(good, bad == null ? "" : bad);
    String message =
        place.startsWith("@")
            ? "byte " + (EVENT_JSON.indexOf(good) + Integer.parseInt(place.substring(1))) + ":"
            : place;
    assertThatThrownBy(() -> LogEntry.parse(bytes(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void an_unknown_kind_or_format_is_refused() {
    VerifierKey key = key();
    String genesis = text(new GenesisEntry("log", key, Optional.empty(), TIME));
    byte[] kind = bytes(genesis.replace("\"genesis\"", "\"exodus\""));
    byte[] format = bytes(genesis.replace("/v1", "/v2"));
    assertThatThrownBy(() -> LogEntry.parse(kind)).hasMessageContaining("kind");
    assertThatThrownBy(() -> LogEntry.parse(format)).hasMessageContaining("format");
    for (String broken : List.of("", "{", "{}", "[]", "{\"a\"", "{\"a\":", "{\"a\":\"\\u00")) {
      assertThatThrownBy(() -> LogEntry.parse(bytes(broken)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_a_leaf_cannot_say_is_not_written() {
    for (EventEntry wrong :
        List.of(
            withAggregate("й", TIME),
            withAggregate("a".repeat(70_000), TIME),
            withAggregate("a", TIME.plusNanos(1)),
            withAggregate("a", Instant.parse("+10000-01-01T00:00:00Z")),
            withAggregate("a", Instant.parse("-0001-01-01T00:00:00Z")))) {
      assertThatThrownBy(wrong::bytes).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static EventEntry withAggregate(String aggregateId, Instant time) {
    return new EventEntry(
        1,
        EVENT.eventId(),
        "Subject",
        aggregateId,
        0,
        "a",
        "1",
        time,
        EVENT.payload(),
        EVENT.metadata());
  }

  private static VerifierKey key() {
    return SignerKey.generate("example.com/log", new SecureRandom()).verifierKey();
  }

  private static String text(LogEntry entry) {
    return new String(entry.bytes(), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
