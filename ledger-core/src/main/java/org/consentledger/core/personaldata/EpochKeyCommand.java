package org.consentledger.core.personaldata;

/**
 * What is recorded of the keys above the subjects' keys. The keys themselves are written with the
 * event, by the attachment of the command.
 */
public sealed interface EpochKeyCommand {

  /** Begins an epoch; see {@link EpochKeyEvent.EpochKeyRotated}. */
  record RotateEpochKey(int epoch, int retired, long keys) implements EpochKeyCommand {}

  /** Ends an epoch whose key is gone. */
  record DestroyEpochKey(int epoch) implements EpochKeyCommand {}

  /** Puts another root key in the place of the one before. */
  record ReplaceRootKey(int rootKey) implements EpochKeyCommand {}
}
