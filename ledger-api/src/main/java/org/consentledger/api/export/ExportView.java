package org.consentledger.api.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * An export.
 *
 * @param exportId names the export
 * @param format what it is written as
 * @param from recorded at this moment or later
 * @param to recorded before this moment
 * @param subjectId of this subject
 * @param types of these types; all where none is named
 * @param state how far it is
 * @param progress how far the writing is
 * @param requestedAt when it was asked for
 * @param finishedAt when it was done, or given up
 * @param checkpointSize how many leaves the checkpoint speaks of that it ends with
 * @param size how many bytes the file has
 * @param sha256 SHA-256 of the file, in lower-case hexadecimal
 * @param expiresAt until when the file can be fetched
 * @param failure why it could not be made
 */
public record ExportView(
    UUID exportId,
    ExportFormat format,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable SubjectId subjectId,
    @Nullable RequestId requestId,
    List<String> types,
    ExportJob.State state,
    ExportProgress progress,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    @Nullable Long checkpointSize,
    @Nullable Long size,
    @Nullable String sha256,
    @Nullable Instant expiresAt,
    ExportJob.@Nullable Failure failure) {

  /**
   * How far the writing is.
   *
   * @param events how many events are written
   * @param eventsInAll how many there will be; missing before they are counted
   */
  public record ExportProgress(long events, @Nullable Long eventsInAll) {}

  static ExportView of(ExportJob job, Duration retention) {
    boolean done = job.state() == ExportJob.State.DONE;
    return new ExportView(
        job.exportId(),
        job.format(),
        job.scope().from(),
        job.scope().to(),
        job.scope().subjectId(),
        job.scope().requestId(),
        List.copyOf(job.scope().types()),
        job.state(),
        new ExportProgress(job.events(), job.eventsInAll()),
        job.requestedAt(),
        job.finishedAt(),
        job.size(),
        job.bytes(),
        job.sha256(),
        done && job.finishedAt() != null ? job.finishedAt().plus(retention) : null,
        job.failure());
  }
}
