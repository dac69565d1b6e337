package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names a category of personal data (clause 2.8): EMAIL, PHONE, FULL_NAME, IIN, QUESTIONNAIRE, or
 * the operator's own.
 *
 * @param value a code as {@link Codes} describes it
 */
public record Category(@JsonValue String value) implements Comparable<Category> {

  /** The categories that the ledger knows before any purpose names one. */
  public static final Set<Category> SHIPPED =
      Stream.of("EMAIL", "PHONE", "FULL_NAME", "IIN", "QUESTIONNAIRE")
          .map(Category::new)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> FOR_CONTACT = Set.of("EMAIL", "PHONE");

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public Category {
    value = Codes.category(value);
  }

  /** Whether the person is reached by it: an e-mail address, a telephone number. */
  public boolean isForContact() {
    return FOR_CONTACT.contains(value);
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
