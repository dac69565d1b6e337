package org.consentledger.core.log;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.log.note.VerifierKey;

/**
 * Which keys sign what. The log tells which verifier keys were in force from which leaf on; the key
 * file holds what signs for them.
 */
final class LogKeys {

  private final StoredLog log;
  private final LogKeyFile file;

  LogKeys(StoredLog log, LogKeyFile file) {
    this.log = log;
    this.file = file;
  }

  /** The first key of a new log: the one in the file, or else one that is made now. */
  SignerKey first(String origin) {
    if (!file.exists()) {
      file.create(SignerKey.generate(origin, new SecureRandom()));
    }
    return file.read().getFirst();
  }

  /**
   * The keys that sign a checkpoint of that size: the one in force, and at a rotation the one
   * before it as well, which comes first.
   *
   * @throws LogUnusable where the file does not hold them
   */
  List<SignerKey> signersFor(long size) {
    List<StoredLog.KeyInForce> keys = keys();
    List<SignerKey> signers = new ArrayList<>();
    StoredLog.KeyInForce current = keys.getLast();
    if (keys.size() > 1 && current.leafIndex() + 1 == size) {
      signers.add(signer(keys.get(keys.size() - 2).key()));
    }
    signers.add(signer(current.key()));
    return signers;
  }

  private List<StoredLog.KeyInForce> keys() {
    List<StoredLog.KeyInForce> keys = log.keys();
    if (keys.isEmpty()) {
      throw new LogUnusable(
          "The log has leaves, but no key of the log is stored: history was changed. Restore what"
              + " was signed.");
    }
    return keys;
  }

  /** The key that signs now. */
  SignerKey inForce() {
    return signer(keys().getLast().key());
  }

  private SignerKey signer(VerifierKey key) {
    return file.read().stream()
        .filter(signer -> signer.verifierKey().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new LogUnusable(
                    "The key file of the log, "
                        + file.path()
                        + ", does not hold the key "
                        + key
                        + ", which signs this log now. Put the right file there."));
  }

  /** Whether the newest leaf changed the key, so that the next checkpoint is that of the change. */
  boolean isRotation(long size) {
    StoredLog.KeyInForce current = keys().getLast();
    return current.leafIndex() > 0 && current.leafIndex() + 1 == size;
  }

  /** Every key that may verify a checkpoint of this log. */
  Collection<VerifierKey> verifiers() {
    Set<VerifierKey> keys = new LinkedHashSet<>();
    log.keys().forEach(known -> keys.add(known.key()));
    if (file.exists()) {
      file.read().forEach(signer -> keys.add(signer.verifierKey()));
    }
    return keys;
  }

  /** The keys of a change that was begun and is not done: old and new; none where there is none. */
  Optional<Change> change() {
    List<SignerKey> keys = file.exists() ? file.read() : List.of();
    return keys.size() == 2
        ? Optional.of(new Change(keys.getFirst(), keys.getLast()))
        : Optional.empty();
  }

  /** Begins to change the key: the new one is in the file before anything is signed with it. */
  Change beginChange() {
    SignerKey old = file.read().getLast();
    Change change = new Change(old, SignerKey.generate(old.name(), new SecureRandom()));
    file.write(List.of(change.oldKey(), change.newKey()));
    return change;
  }

  /** Ends a change: the old key is needed for nothing any more. */
  void endChange(Change change) {
    file.write(List.of(change.newKey()));
  }

  /** One key that replaces another. */
  record Change(SignerKey oldKey, SignerKey newKey) {}
}
