package org.consentledger.api.export;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.jspecify.annotations.Nullable;

/**
 * An export that was asked for.
 *
 * @param attempt counts who took it; a node that another has taken for gone touches nothing of it
 * @param size how many leaves the checkpoint speaks of that it ends with
 * @param events how many events are written
 * @param eventsInAll how many there will be; none before it is counted
 * @param bytes how long the file is
 * @param failure why it could not be made; missing where it was made, or nobody knows
 */
public record ExportJob(
    UUID exportId,
    ExportFormat format,
    ExportScope scope,
    int attempt,
    State state,
    Instant requestedAt,
    @Nullable Long size,
    long events,
    @Nullable Long eventsInAll,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable Instant finishedAt,
    @Nullable Failure failure) {

  /** Why an export could not be made; the ledger's own log says more. */
  public enum Failure {
    /** The file could not be written: there is no room for it, or the folder is not to be used. */
    FILE,
    /** The history could not be read to its end, or its seal did not come. */
    LEDGER
  }

  /** How far an export is. */
  public enum State {
    /** It waits for a node that is free. */
    REQUESTED,
    /** It is being written. */
    RUNNING,
    /** It can be fetched. */
    DONE,
    /** It could not be made. */
    FAILED,
    /** Its time is over, and the file is gone. */
    EXPIRED
  }

  /** The file of this attempt; nobody else writes to it. */
  String storedName() {
    return exportId + "-" + attempt + ending();
  }

  /** What the file is called where it is fetched. */
  String fileName() {
    return exportId + ending();
  }

  private String ending() {
    return switch (format) {
      case ARCHIVE -> ".zip";
      case CSV -> ".csv";
      case XLSX -> ".xlsx";
    };
  }
}
