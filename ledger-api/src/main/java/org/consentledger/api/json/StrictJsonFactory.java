package org.consentledger.api.json;

import java.io.DataInput;
import java.io.InputStream;
import java.io.Reader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Makes parsers that have limits, see duplicate keys, and read no text that can't be stored. */
final class StrictJsonFactory extends JsonFactory {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(50)
          .maxStringLength(256 * 1024)
          .maxNumberLength(100)
          .maxNameLength(1_000)
          .build();

  StrictJsonFactory() {
    super(
        new JsonFactoryBuilder()
            .streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION));
  }

  /** Mappers copy their factory when they are rebuilt, and a copy must be as strict. */
  @Override
  public JsonFactory copy() {
    return new StrictJsonFactory();
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext read, IOContext io, InputStream in) {
    return new StorableTextParser(super._createParser(read, io, in));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext read, IOContext io, Reader in) {
    return new StorableTextParser(super._createParser(read, io, in));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext read,
      IOContext io,
      char[] data,
      int offset,
      int length,
      boolean recyclable) {
    return new StorableTextParser(super._createParser(read, io, data, offset, length, recyclable));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext read, IOContext io, byte[] data, int offset, int length) {
    return new StorableTextParser(super._createParser(read, io, data, offset, length));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext read, IOContext io, DataInput in) {
    return new StorableTextParser(super._createParser(read, io, in));
  }
}
