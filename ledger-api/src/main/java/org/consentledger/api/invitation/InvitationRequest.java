package org.consentledger.api.invitation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is asked to consent to.
 *
 * @param policyVersion the version of the policy that is shown
 * @param language the language in which consent is asked
 * @param notice the exact text that is shown before the button; the policy's own where it is not
 *     said
 * @param noticeHash SHA-256 of that text, in hexadecimal, to be sure that it is the same
 * @param categories the categories that are asked for; all of the purpose's where none is named
 * @param conditions what would be allowed beyond processing by the operator
 */
@Schema(name = "InvitationRequest")
public record InvitationRequest(
    @NotNull @Pattern(regexp = Codes.CODE) String purposeId,
    @NotNull @Pattern(regexp = Codes.CODE) String policyVersion,
    @NotNull Language language,
    @Nullable @Size(min = 1, max = 200_000) String notice,
    @Nullable @Pattern(regexp = "(?:sha256:)?[0-9a-fA-F]{64}") String noticeHash,
    @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
    @Nullable @Valid InvitationConditions conditions) {

  /**
   * What would be allowed beyond processing by the operator; what is not said is not asked for.
   *
   * @param thirdPartyTransfer whether data may be transferred to third parties (clause 8.2)
   * @param crossBorder whether data may be transferred to other countries (section 10)
   * @param publication whether data may be disseminated to an unlimited circle (clause 2.9)
   * @param recipients codes of the recipients to whom transfer is limited; not limited where none
   *     is named
   */
  public record InvitationConditions(
      @Nullable Boolean thirdPartyTransfer,
      @Nullable Boolean crossBorder,
      @Nullable Boolean publication,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CODE) String> recipients) {}
}
