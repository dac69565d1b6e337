package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one immutable version of the policy (clause 12.2).
 *
 * @param value a code as {@link Codes} describes it
 */
public record PolicyVersion(@JsonValue String value) implements Comparable<PolicyVersion> {

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public PolicyVersion {
    value = Codes.code(value);
  }

  @Override
  public int compareTo(PolicyVersion other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
