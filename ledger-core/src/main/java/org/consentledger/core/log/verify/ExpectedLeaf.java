package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import org.consentledger.core.log.entry.Commitment;
import org.consentledger.core.log.merkle.Hash;

/**
 * Writes the leaf that an event must have, out of its line: if those are the leaf's bytes, all of
 * it is right, and canonical as well. Texts that a leaf would have to escape, or cannot hold, are
 * left to {@link LeafDiagnosis}. An instance belongs to one thread.
 */
final class ExpectedLeaf {

  private static final byte[] AGGREGATE_ID = key("{\"agg\":\"");
  private static final byte[] AGGREGATE_TYPE = key("\",\"aggType\":\"");
  private static final byte[] EVENT_ID = key("\",\"eventId\":\"");
  private static final byte[] METADATA = key("\",\"meta\":\"");
  private static final byte[] PAYLOAD = key("\",\"payload\":\"");
  private static final byte[] POSITION = key("\",\"pos\":");
  private static final byte[] REVISION = key(",\"rev\":\"");
  private static final byte[] SEQUENCE = key("\",\"seq\":");
  private static final byte[] TIME = key(",\"time\":\"");
  private static final byte[] NAME = key("\",\"type\":\"");
  private static final byte[] END = key("\",\"v\":1}");

  private final Commitment commitment = new Commitment();
  private final byte[] hash = new byte[Hash.LENGTH];
  private final GrowingBytes leaf = new GrowingBytes();

  /** Whether the leaf in this range is the one of the event, all of it. */
  boolean isAt(byte[] bytes, int from, int to, EventLine line) {
    if (!isWellFormed(line)) {
      return false;
    }
    leaf.clear();
    put(AGGREGATE_ID, line.text(Field.AGGREGATE_ID));
    put(AGGREGATE_TYPE, line.text(Field.AGGREGATE_TYPE));
    put(EVENT_ID, line.text(Field.EVENT_ID));
    GrowingBytes metadata = line.text(Field.METADATA);
    commitment.metadata(line.salt(), metadata.array(), metadata.length(), hash);
    leaf.put(METADATA).putHexadecimal(hash);
    GrowingBytes payload = line.text(Field.PAYLOAD);
    commitment.payload(line.salt(), payload.array(), payload.length(), hash);
    leaf.put(PAYLOAD).putHexadecimal(hash);
    leaf.put(POSITION).put(line.position());
    put(REVISION, line.text(Field.REVISION));
    leaf.put(SEQUENCE).put(line.sequence());
    put(TIME, line.text(Field.RECORDED_AT));
    put(NAME, line.text(Field.NAME));
    leaf.put(END);
    return leaf.isAt(bytes, from, to);
  }

  private void put(byte[] key, GrowingBytes text) {
    leaf.put(key).put(text.array(), 0, text.length());
  }

  private static boolean isWellFormed(EventLine line) {
    return isPlain(line.text(Field.AGGREGATE_ID))
        && isPlain(line.text(Field.AGGREGATE_TYPE))
        && isPlain(line.text(Field.REVISION))
        && isPlain(line.text(Field.NAME))
        && hasForm(line.text(Field.EVENT_ID), "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh")
        && hasForm(line.text(Field.RECORDED_AT), "dddd-dd-ddTdd:dd:dd.ddddddZ");
  }

  private static boolean isPlain(GrowingBytes text) {
    byte[] bytes = text.array();
    for (int i = 0; i < text.length(); i++) {
      if (bytes[i] < ' ' || bytes[i] == '"' || bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Whether a text has this form, where d is a digit and h a lower-case hexadecimal one. */
  private static boolean hasForm(GrowingBytes text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      byte character = text.array()[i];
      boolean isDigit = character >= '0' && character <= '9';
      boolean fits =
          switch (form.charAt(i)) {
            case 'd' -> isDigit;
            case 'h' -> isDigit || (character >= 'a' && character <= 'f');
            default -> character == form.charAt(i);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
