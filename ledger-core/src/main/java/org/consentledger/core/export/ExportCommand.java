package org.consentledger.core.export;

import java.util.UUID;

/** What may be asked of an export. */
public sealed interface ExportCommand {

  /** The export concerned. */
  UUID exportId();

  /** Asks for an export. */
  record RequestExport(UUID exportId, ExportFormat format, ExportScope scope)
      implements ExportCommand {}

  /** Records what was made; see {@link ExportEvent.ExportCompleted}. */
  record CompleteExport(UUID exportId, long size, long events, long bytes, String sha256)
      implements ExportCommand {}
}
