package org.consentledger.core.export;

import java.util.UUID;

/** What may be asked of an export. */
public sealed interface ExportCommand {

  /** The export concerned. */
  UUID exportId();

  /** Asks for an export. */
  record RequestExport(UUID exportId, ExportFormat format, ExportScope scope)
      implements ExportCommand {}
}
