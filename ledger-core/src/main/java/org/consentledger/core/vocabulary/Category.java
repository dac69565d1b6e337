package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a category of personal data (clause 2.8): EMAIL, PHONE, FULL_NAME, IIN, QUESTIONNAIRE, or
 * the operator's own.
 *
 * @param value a code as {@link Codes} describes it
 */
public record Category(@JsonValue String value) implements Comparable<Category> {

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public Category {
    value = Codes.category(value);
  }

  @Override
  public int compareTo(Category other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
