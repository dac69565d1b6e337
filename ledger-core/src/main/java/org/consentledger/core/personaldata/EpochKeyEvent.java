package org.consentledger.core.personaldata;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happens to the keys above the subjects' keys: numbers and counts, and never a key. */
public sealed interface EpochKeyEvent {

  /**
   * A new epoch began: its key takes the place of the one before.
   *
   * @param epoch the epoch that began
   * @param retired the epoch that it follows
   * @param keys how many keys of subjects were to be wrapped anew
   */
  @Revision("1")
  record EpochKeyRotated(int epoch, int retired, long keys, Instant rotatedAt)
      implements EpochKeyEvent {}

  /**
   * Nothing was wrapped by the key of an epoch any more, and it was destroyed.
   *
   * @param epoch the epoch that is over
   */
  @Revision("1")
  record EpochKeyDestroyed(int epoch, Instant destroyedAt) implements EpochKeyEvent {}

  /**
   * The keys of all epochs that were left were wrapped under another root key.
   *
   * @param rootKey the number of the new root key; they are counted from 1
   */
  @Revision("1")
  record RootKeyReplaced(int rootKey, Instant replacedAt) implements EpochKeyEvent {}
}
