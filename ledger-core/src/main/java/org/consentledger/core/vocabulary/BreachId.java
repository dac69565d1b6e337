package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The random identifier of a breach (law 25(2)(8)).
 *
 * @param value a random UUID
 */
public record BreachId(@JsonValue UUID value) {

  /** Takes a random identifier. */
  @JsonCreator
  public BreachId {}

  /** A new random identifier. */
  public static BreachId random() {
    return new BreachId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
