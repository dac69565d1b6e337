package org.consentledger.api.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What every command answers.
 *
 * @param eventIds the events that were recorded, in order; none where nothing was to change
 * @param position the place of the last of them in the one order of all events; where there is
 *     none, the last place that was taken
 * @param recordedAt when they were recorded: a moment in UTC, ISO 8601
 * @param receipt the ledger's signed promise that the events are in its log; missing where nothing
 *     was recorded
 */
public record CommandAnswer(
    List<UUID> eventIds, long position, Instant recordedAt, @Nullable Receipt receipt) {

  /**
   * What the ledger cannot take back: whoever keeps it can prove later that an event was dropped or
   * changed.
   *
   * @param note a signed note as C2SP has it, to be checked with the keys of {@code GET /log/vkey}.
   *     Its lines: {@code consent-ledger/receipt/v1}, the log's name, when the events were
   *     recorded, and for each event its identifier, its position and the commitments to its data
   *     and metadata. Missing while the key of the log can't be used
   * @param id the receipt for the person, where a consent was given, renewed, refused or withdrawn:
   *     the identifier of its event
   * @param href where that receipt can be had, as JSON-LD, JSON, page or PDF
   */
  public record Receipt(@Nullable String note, @Nullable UUID id, @Nullable String href) {}

  /**
   * What a command about a subject answers besides.
   *
   * @param subjectId the subject
   */
  @Schema(name = "SubjectMembers")
  public record OfSubject(SubjectId subjectId) {}

  /**
   * What a command about a purpose answers besides.
   *
   * @param purposeId the purpose
   */
  @Schema(name = "PurposeMembers")
  public record OfPurpose(PurposeId purposeId) {}
}
