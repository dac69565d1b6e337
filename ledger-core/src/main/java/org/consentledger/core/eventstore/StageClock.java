package org.consentledger.core.eventstore;

import org.consentledger.core.eventstore.AppendObserver.Stage;

/**
 * Tells an observer how long each stage took that follows upon the one before. One thread uses it.
 */
final class StageClock {

  private final AppendObserver observer;
  private long since = System.nanoTime();

  StageClock(AppendObserver observer) {
    this.observer = observer;
  }

  void ended(Stage stage) {
    long now = System.nanoTime();
    observer.took(stage, now - since);
    since = now;
  }
}
