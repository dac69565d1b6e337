package org.consentledger.api.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * What every command answers.
 *
 * @param eventIds the events that were recorded, in order; none where nothing was to change
 * @param position the place of the last of them in the one order of all events; where there is
 *     none, the last place that was taken
 * @param recordedAt when they were recorded: a moment in UTC, ISO 8601
 */
public record CommandAnswer(List<UUID> eventIds, long position, Instant recordedAt) {

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
