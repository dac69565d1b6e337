package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names an item of the operator's inventory among those of its kind (clauses 2.4, 2.8, 8.1, 11).
 *
 * @param value a code as {@link Codes} describes it
 */
public record InventoryId(@JsonValue String value) implements Comparable<InventoryId> {

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public InventoryId {
    value = Codes.code(value);
  }

  @Override
  public int compareTo(InventoryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
