package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a webhook: an address of a service that is told of events.
 *
 * @param value a code as {@link Codes} describes it
 */
public record WebhookId(@JsonValue String value) implements Comparable<WebhookId> {

  /**
   * Takes a code that has the right form.
   *
   * @throws IllegalArgumentException where it has not
   */
  @JsonCreator
  public WebhookId {
    value = Codes.code(value);
  }

  @Override
  public int compareTo(WebhookId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
