package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The random identifier of a person's request (clause 3.2).
 *
 * @param value a random UUID
 */
public record RequestId(@JsonValue UUID value) {

  /** Takes a random identifier. */
  @JsonCreator
  public RequestId {}

  /** A new random identifier. */
  public static RequestId random() {
    return new RequestId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
