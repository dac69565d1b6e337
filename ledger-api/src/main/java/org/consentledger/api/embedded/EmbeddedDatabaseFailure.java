package org.consentledger.api.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded database can't serve. The message says what is wrong, the action what to do. */
final class EmbeddedDatabaseFailure extends RuntimeException {
  private final String action;

  EmbeddedDatabaseFailure(String sentence, String action) {
    this(sentence, action, null);
  }

  EmbeddedDatabaseFailure(String sentence, String action, @Nullable Throwable cause) {
    super(sentence, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
