package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/**
 * The random identifier under which a data subject is registered (clause 2.10). It says nothing
 * about the person.
 *
 * @param value a random UUID
 */
public record SubjectId(@JsonValue UUID value) implements Comparable<SubjectId> {

  /** Takes a random identifier. */
  @JsonCreator
  public SubjectId {}

  /** A new random identifier. */
  public static SubjectId random() {
    return new SubjectId(UUID.randomUUID());
  }

  /**
   * Reads an identifier from its text.
   *
   * @throws IllegalArgumentException where it is no UUID
   */
  public static SubjectId of(String text) {
    return new SubjectId(UUID.fromString(text));
  }

  /** Reads an identifier from text that may be something else. */
  public static Optional<SubjectId> find(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException somethingElse) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }

  @Override
  public int compareTo(SubjectId other) {
    return value.compareTo(other.value);
  }
}
