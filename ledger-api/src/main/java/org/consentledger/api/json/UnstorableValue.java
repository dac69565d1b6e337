package org.consentledger.api.json;

import java.io.Serial;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/** The JSON is well-formed, but holds a value that the ledger could not keep as it was sent. */
public final class UnstorableValue extends StreamReadException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean text;

  private UnstorableValue(JsonParser parser, boolean text) {
    super(parser, text ? "text that can't be stored" : "a number that can't be stored");
    this.text = text;
  }

  static UnstorableValue text(JsonParser parser) {
    return new UnstorableValue(parser, true);
  }

  static UnstorableValue number(JsonParser parser) {
    return new UnstorableValue(parser, false);
  }

  /** Whether it is a text (a value or a name), or else a number. */
  public boolean isText() {
    return text;
  }
}
