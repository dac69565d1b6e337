package org.consentledger.core.log.verify;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Checkpoints from one place, by rising size. */
@FunctionalInterface
interface CheckpointSource {

  /** The next one whose signatures hold; findings are made of the others. Empty at the end. */
  Optional<Stated> next();

  /** These, which rise already. */
  static CheckpointSource of(Stream<Stated> stated) {
    Iterator<Stated> rest = stated.iterator();
    return () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
  }
}
