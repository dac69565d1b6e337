package org.consentledger.api.certificate;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.stereotype.Component;

/** Since when nothing of a subject can be read in backups. */
@Component
final class BackupFate {

  /** Empty while something may be read there. */
  Optional<Instant> deadSince(SubjectId subject) {
    return Optional.empty();
  }
}
