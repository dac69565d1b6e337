package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a predetermined purpose of processing (clause 5.2).
 *
 * @param value a code as {@link Codes} describes it
 */
public record PurposeId(@JsonValue String value) implements Comparable<PurposeId> {

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public PurposeId {
    value = Codes.code(value);
  }

  @Override
  public int compareTo(PurposeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
