package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.jspecify.annotations.Nullable;

/** What can be sent about what protects data: prohibitions and legal holds. */
public final class ProtectionRequests {

  private ProtectionRequests() {}

  /**
   * A prohibition.
   *
   * @param categories the categories that it protects; all where none is named
   * @param kind what the person prohibits
   * @param conditions the conditions in the person's words, which CONDITIONS needs; kept sealed
   */
  @Schema(name = "ProhibitionRequest")
  public record Prohibit(
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
      @NotNull ProhibitionKind kind,
      @Nullable @Pattern(regexp = TEXT) @Size(max = 4000) String conditions) {}

  /**
   * Why a prohibition does not hold.
   *
   * @param interest the public interest
   * @param citation what allows it: the act and its article; kept sealed
   * @param approvedBy who approved it; kept sealed
   */
  @Schema(name = "OverrideRequest")
  record PublicInterestOverride(
      @NotNull PublicInterest interest,
      @NotNull @Pattern(regexp = TEXT) @Size(max = 2000) String citation,
      @NotNull @Pattern(regexp = TEXT) @Size(max = 500) String approvedBy) {}

  /**
   * A legal hold.
   *
   * @param citation what orders it: the proceeding, the act, the request; kept sealed
   */
  @Schema(name = "HoldRequest")
  public record Hold(@NotNull @Pattern(regexp = TEXT) @Size(max = 2000) String citation) {}

  /** Something that is not blank. */
  private static final String TEXT = "(?s).*\\S.*";
}
