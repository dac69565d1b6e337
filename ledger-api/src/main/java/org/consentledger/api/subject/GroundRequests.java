package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;

/** What can be sent about grounds other than consent, and about their end. */
public final class GroundRequests {

  private GroundRequests() {}

  /**
   * A ground to claim.
   *
   * @param ground which ground; consent is given by the person and cannot be claimed
   * @param categories the categories that it covers; all of the purpose's where none is named
   * @param evidence what the ground's clause demands, kept sealed: for LEGAL_OBLIGATION {@code
   *     act}, {@code article}; for JUSTICE {@code act}, {@code number}, {@code date}; for CONTRACT
   *     {@code contractNumber}, {@code role} (PARTY, BENEFICIARY or GUARANTOR); for
   *     LEGITIMATE_INTEREST and PUBLIC_INTEREST {@code interest}, {@code balancing}; for
   *     MADE_PUBLIC_BY_SUBJECT {@code proof}; for MANDATORY_DISCLOSURE {@code law}, {@code article}
   * @param approvedBy who approved it; kept sealed
   * @param effectiveAt since when it holds: a moment that is not in the future; now where it is not
   *     said
   * @param validUntil the end of its term; where it is not said, the purpose's term of consent or a
   *     year
   */
  @Schema(name = "GroundClaimRequest")
  public record Claim(
      @NotNull LegalGround ground,
      @NotNull @Pattern(regexp = Codes.CODE) String purposeId,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
      @Nullable @Size(max = 20)
          Map<@Size(max = 64) String, @NotNull @Size(max = 2000) String> evidence,
      @Nullable @Size(min = 1, max = 500) String approvedBy,
      @Nullable Instant effectiveAt,
      @Nullable Instant validUntil) {}

  /**
   * The end of a ground before its term.
   *
   * @param effectiveAt when it ended: a moment that is not in the future; now where it is not said
   */
  @Schema(name = "GroundEndRequest")
  public record End(@Nullable Instant effectiveAt) {}

  /**
   * A demand to stop.
   *
   * @param purposes codes of the purposes; all where none is named
   * @param effectiveAt when it was demanded: a moment that is not in the future; now where it is
   *     not said
   */
  @Schema(name = "CessationRequest")
  public record Cease(
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CODE) String> purposes,
      @Nullable Instant effectiveAt) {}
}
