package org.consentledger.api.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RecipientKind;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that is held of a person, and all that was done with it (clause 4.1).
 *
 * @param language of its words: ru, kk or en
 * @param at when it was made: a moment in UTC
 * @param accessEventId the event that records that it was made
 * @param operator who processes; missing while the operator was not described
 * @param source where the data was obtained from; missing where that is not known
 * @param aboutAnotherPerson whether somebody else supplied the data
 * @param accurateAt when the data was last supplied, corrected or confirmed: a moment in UTC
 * @param data what is held
 * @param purposes for what, and on which grounds
 * @param recipients to whom data was handed
 * @param actions what was done with it, the oldest first
 * @param readings when people read it, the oldest first
 * @param requests what the person asked for
 */
public record SubjectReport(
    SubjectId subjectId,
    Language language,
    Instant at,
    UUID accessEventId,
    @Nullable ReportedOperator operator,
    Instant registeredAt,
    @Nullable Source source,
    boolean aboutAnotherPerson,
    @Nullable Instant accurateAt,
    List<ReportedData> data,
    List<ReportedPurpose> purposes,
    List<ReportedRecipient> recipients,
    List<ReportedAct> actions,
    List<Reading> readings,
    List<ReportedRequest> requests) {

  /**
   * Who processes.
   *
   * @param name its name
   * @param bin the business identification number: twelve digits
   * @param address where it is
   * @param email the address to which people write
   * @param phone the number that people call
   */
  @Schema(name = "ReportedOperator", description = "Who processes.")
  public record ReportedOperator(
      String name,
      String bin,
      @Nullable String address,
      @Nullable String email,
      @Nullable String phone) {}

  /**
   * Data of one category.
   *
   * @param category the category
   * @param name its name
   * @param content the data
   * @param keptUntil when it must be gone, by what is known now: a moment in UTC; missing where
   *     that is not settled
   */
  @Schema(name = "ReportedData", description = "Data of one category.")
  public record ReportedData(
      Category category, String name, JsonNode content, @Nullable Instant keptUntil) {}

  /**
   * A purpose for which data is held.
   *
   * @param title its name
   * @param retention how long data is kept after it ends for the person, ISO 8601 such as P3Y
   * @param footings on what it rests, or rested
   */
  @Schema(name = "ReportedPurpose", description = "A purpose for which data is held.")
  public record ReportedPurpose(
      PurposeId purposeId,
      String title,
      SortedSet<Category> categories,
      @Nullable String retention,
      List<Footing> footings) {}

  /**
   * What a purpose rests on.
   *
   * @param name the ground in words
   * @param standing how it stands
   * @param since when it took effect: a moment in UTC
   * @param until when it ends or ended: a moment in UTC; missing where it has no end
   * @param evidence the event that says so
   */
  @Schema(name = "Footing", description = "What a purpose rests on.")
  public record Footing(
      LegalGround ground,
      String clause,
      String name,
      Standing standing,
      Instant since,
      @Nullable Instant until,
      UUID evidence) {}

  /** How a ground stands. */
  public enum Standing {
    /** It holds. */
    HOLDS,
    /** Its term is over, or it was ended. */
    ENDED,
    /** The person took the consent back. */
    WITHDRAWN,
    /** The person did not consent. */
    REFUSED
  }

  /**
   * Somebody to whom data was handed.
   *
   * @param name its name
   * @param country where it is: ISO 3166-1 alpha-2; missing where it is in no register
   * @param kind as what it is given data; missing where it is in no register
   */
  @Schema(name = "ReportedRecipient", description = "Somebody to whom data was handed.")
  public record ReportedRecipient(
      RecipientId recipientId,
      String name,
      @Nullable String country,
      @Nullable RecipientKind kind) {}

  /**
   * An act of processing.
   *
   * @param at when it was done: a moment in UTC
   * @param name the action in words
   * @param recipient to whom data was handed, by name
   * @param country where to, where that is not Kazakhstan: ISO 3166-1 alpha-2
   * @param lawful whether something permitted it
   */
  @Schema(name = "ReportedAct", description = "An act of processing.")
  public record ReportedAct(
      Instant at,
      ProcessingAction action,
      String name,
      PurposeId purposeId,
      SortedSet<Category> categories,
      @Nullable String recipient,
      @Nullable String country,
      @Nullable Channel channel,
      boolean lawful,
      UUID eventId) {}

  /**
   * A reading of the data by a person; whose it was, is the operator's to know.
   *
   * @param at when: a moment in UTC
   */
  @Schema(
      name = "Reading",
      description = "A reading of the data by a person; whose it was, is the operator's to know.")
  public record Reading(Instant at, @Nullable LegalGround ground, UUID eventId) {}

  /**
   * Something that the person asked for.
   *
   * @param number the number under which it was entered
   * @param type what was asked
   * @param receivedAt when it was received: a moment in UTC
   * @param state how it stands
   * @param dueDate the last day of its term, in Kazakhstan; missing while the term rests
   * @param endedAt when it was answered or refused: a moment in UTC
   */
  @Schema(name = "ReportedRequest", description = "Something that the person asked for.")
  public record ReportedRequest(
      RequestId requestId,
      String number,
      RequestType type,
      Instant receivedAt,
      RequestStatus state,
      @Nullable LocalDate dueDate,
      @Nullable Instant endedAt) {}
}
