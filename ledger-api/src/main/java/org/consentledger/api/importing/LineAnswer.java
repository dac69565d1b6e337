package org.consentledger.api.importing;

import org.springframework.http.HttpStatus;

/**
 * What an endpoint answered to a line.
 *
 * @param status the HTTP status
 * @param replayed whether the answer is one that was given before
 * @param body JSON: the answer of the command, or a problem
 */
record LineAnswer(int status, boolean replayed, String body) {

  /** Whether nothing is wrong with the command, and it may succeed a moment later. */
  boolean isToBeTriedAgain() {
    return status == HttpStatus.SERVICE_UNAVAILABLE.value();
  }
}
