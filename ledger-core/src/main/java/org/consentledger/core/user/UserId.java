package org.consentledger.core.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The random identifier of a user of the console.
 *
 * @param value a random UUID
 */
public record UserId(@JsonValue UUID value) implements Comparable<UserId> {

  /** Takes a random identifier. */
  @JsonCreator
  public UserId {}

  /** A new random identifier. */
  public static UserId random() {
    return new UserId(UUID.randomUUID());
  }

  /**
   * As it stands in the history as an actor, where it is told from services by what it begins with.
   */
  public String actor() {
    return "user:" + value;
  }

  @Override
  public int compareTo(UserId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
