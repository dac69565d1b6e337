package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.api.personaldata.IdentifiersRequest;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What can be sent about a subject, but for consent. */
public final class SubjectRequests {

  private SubjectRequests() {}

  /**
   * A person to register.
   *
   * @param personalData the data of each category, as an object; EMAIL, PHONE, FULL_NAME and IIN
   *     hold what identifies a person under {@code value}
   * @param purposeId the purpose for which it is collected; needed where there is data
   * @param accuracyAttestedBy who attested that the data is accurate
   * @param aboutAnotherPerson whether somebody else supplied the data
   */
  @Schema(name = "RegistrationRequest")
  record Register(
      @Nullable @Valid IdentifiersRequest identifiers,
      @Nullable @Size(max = 50) Map<@Size(max = 64) String, @NotNull ObjectNode> personalData,
      @Nullable @Pattern(regexp = Codes.CODE) String purposeId,
      @Nullable Source source,
      @Nullable Language language,
      @Nullable @Size(min = 1, max = 500) String accuracyAttestedBy,
      @Nullable Boolean aboutAnotherPerson) {}

  /**
   * One identifier to look a subject up by: exactly one of the three.
   *
   * @param email an e-mail address
   * @param phone a telephone number, with or without the country code; without it, one of
   *     Kazakhstan
   * @param iin an individual identification number: twelve digits
   */
  @Schema(name = "LookupRequest")
  public record Lookup(
      @Nullable @Size(max = 254) String email,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 40) String iin) {}

  /**
   * A part of the data; an empty list means all.
   *
   * @param categories the categories
   * @param purposes codes of the purposes
   */
  public record ScopeRequest(
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CODE) String> purposes) {}

  /** What to block. */
  @Schema(name = "BlockRequest")
  public record Block(@Nullable @Valid ScopeRequest scope, @NotNull RequestReason reason) {}

  /** What to let go on. */
  @Schema(name = "UnblockRequest")
  public record Unblock(@Nullable @Valid ScopeRequest scope, @Nullable RequestReason reason) {}

  /**
   * Corrected data. Something must be corrected.
   *
   * @param identifiers the corrected identifiers; the others stay
   * @param personalData the corrected data of each category, which takes the place of the data
   *     before
   * @param unblock whether the block ends with the correction
   * @param scope what is unblocked; the corrected categories where it is not said
   */
  @Schema(name = "RectificationRequest")
  public record Rectify(
      @Nullable @Valid IdentifiersRequest identifiers,
      @Nullable @Size(max = 50) Map<@Size(max = 64) String, @NotNull ObjectNode> personalData,
      @Nullable RequestReason reason,
      @Nullable Boolean unblock,
      @Nullable @Valid ScopeRequest scope) {}

  /**
   * A confirmation.
   *
   * @param accuracyAttestedBy who confirmed it; kept sealed
   */
  @Schema(name = "AccuracyConfirmationRequest")
  record Confirm(@Nullable @Size(min = 1, max = 500) String accuracyAttestedBy) {}

  /**
   * An act that is about to be done, or that was done already.
   *
   * @param action what is done (clause 9.1)
   * @param categories with which data; all that the purpose needs where none is named
   * @param recipientId to whom, where data is handed on
   * @param country where to, where that is not Kazakhstan: ISO 3166-1 alpha-2
   * @param channel by which way, where one is used
   * @param automated done by a program, which is taken for granted, or by a person
   * @param network whether data passes over a network; where it is not said, it does unless the
   *     channel is a letter, a conversation in person or the telephone
   * @param joinedWith codes of the purposes with whose data it is joined (clause 5.3)
   * @param effectiveAt when it was done: a moment that is not in the future; now where it is not
   *     said
   * @param report whether it was done already, and is recorded as unlawful where nothing permitted
   *     it
   */
  @Schema(name = "ProcessingRequest")
  record Act(
      @NotNull @Pattern(regexp = Codes.CODE) String purposeId,
      @NotNull ProcessingAction action,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
      @Nullable @Pattern(regexp = Codes.CODE) String recipientId,
      @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
      @Nullable Channel channel,
      @Nullable Boolean automated,
      @Nullable Boolean network,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CODE) String> joinedWith,
      @Nullable Instant effectiveAt,
      @Nullable Boolean report) {}

  /**
   * Why data ends.
   *
   * @param ground on what ground
   */
  @Schema(name = "DisposalRequest")
  public record Dispose(@NotNull DisposalGround ground, @Nullable RequestReason reason) {}

  /**
   * Why a disposal is called off.
   *
   * @param explanation in words; kept sealed
   */
  @Schema(name = "CancellationRequest")
  public record CancelDisposal(
      @NotNull @Pattern(regexp = "(?s).*\\S.*") @Size(max = 2000) String explanation) {}
}
