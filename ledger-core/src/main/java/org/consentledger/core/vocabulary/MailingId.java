package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a mailing.
 *
 * @param value a code as {@link Codes} describes it
 */
public record MailingId(@JsonValue String value) implements Comparable<MailingId> {

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public MailingId {
    value = Codes.code(value);
  }

  @Override
  public int compareTo(MailingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
