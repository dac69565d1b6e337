package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The random identifier under which a data subject is registered (clause 2.10). It says nothing
 * about the person.
 *
 * @param value a random UUID
 */
public record SubjectId(@JsonValue UUID value) {

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

  @Override
  public String toString() {
    return value.toString();
  }
}
