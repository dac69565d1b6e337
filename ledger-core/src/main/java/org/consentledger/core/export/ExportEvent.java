package org.consentledger.core.export;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * What happens to an export. Who asked for it stands in the metadata. That it was made is no event:
 * it would come after the checkpoint that the export ends with, and no export could ever reach the
 * end of the history that a restored database lacks.
 */
public sealed interface ExportEvent {

  /** The export concerned. */
  UUID exportId();

  /**
   * Somebody asked for an export.
   *
   * @param exportId names the export
   * @param requestedAt when it was asked for
   */
  @Revision("1")
  record ExportRequested(UUID exportId, ExportFormat format, ExportScope scope, Instant requestedAt)
      implements ExportEvent {}
}
