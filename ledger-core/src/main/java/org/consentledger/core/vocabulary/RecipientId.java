package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a recipient of personal data (clause 2.11).
 *
 * @param value a code as {@link Codes} describes it
 */
public record RecipientId(@JsonValue String value) implements Comparable<RecipientId> {

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public RecipientId {
    value = Codes.code(value);
  }

  @Override
  public int compareTo(RecipientId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
