package org.consentledger.core.export;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** What happens to an export. Who asked for it stands in the metadata. */
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

  /**
   * The export was made and can be fetched. Its hash tells later which file was handed out.
   *
   * @param exportId names the export
   * @param size how many leaves the checkpoint speaks of that it ends with
   * @param events how many events it holds
   * @param bytes how long the file is
   * @param sha256 SHA-256 of the file, in lower-case hexadecimal
   * @param completedAt when it was made
   */
  @Revision("1")
  record ExportCompleted(
      UUID exportId, long size, long events, long bytes, String sha256, Instant completedAt)
      implements ExportEvent {}
}
