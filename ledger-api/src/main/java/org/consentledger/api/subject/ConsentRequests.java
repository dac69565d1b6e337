package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What can be sent about consent. */
public final class ConsentRequests {

  /** SHA-256 in hexadecimal. */
  static final String HASH = "(?:sha256:)?[0-9a-fA-F]{64}";

  private ConsentRequests() {}

  /**
   * Who answered.
   *
   * @param role the person, or somebody who represents the person
   * @param authorityRef where the proof of a representative's authority is; kept sealed
   */
  public record GivenBy(
      @NotNull GiverRole role, @Nullable @Size(min = 1, max = 2000) String authorityRef) {}

  /**
   * What is allowed beyond processing by the operator; what is not said is not allowed.
   *
   * @param thirdPartyTransfer whether data may be transferred to third parties (clause 8.2)
   * @param crossBorder whether data may be transferred to other countries (section 10)
   * @param publication whether data may be disseminated to an unlimited circle (clause 2.9)
   * @param recipients codes of the recipients to whom transfer is limited; not limited where none
   *     is named
   */
  @Schema(name = "ConditionsRequest")
  public record Conditions(
      @Nullable Boolean thirdPartyTransfer,
      @Nullable Boolean crossBorder,
      @Nullable Boolean publication,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CODE) String> recipients) {}

  /**
   * A consent.
   *
   * @param policyVersion the version of the policy that was shown
   * @param language the language in which consent was asked
   * @param noticeHash SHA-256 of the text that was shown, in hexadecimal, with or without {@code
   *     sha256:} before it; the policy's own text where it is not said
   * @param givenBy who answered
   * @param categories the categories consented to; all of the purpose's where none is named
   * @param conditions what it allows beyond processing by the operator
   * @param evidence what proves the consent, any JSON that the sender likes; kept sealed
   * @param effectiveAt when it was given: a moment that is not in the future; now where it is not
   *     said
   * @param expiresAt when it ends; by the purpose's term where it is not said
   */
  @Schema(name = "ConsentRequest")
  public record Give(
      @NotNull @Pattern(regexp = Codes.CODE) String purposeId,
      @NotNull @Pattern(regexp = Codes.CODE) String policyVersion,
      @NotNull Language language,
      @Nullable @Pattern(regexp = HASH) String noticeHash,
      @NotNull Channel channel,
      @NotNull @Valid GivenBy givenBy,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
      @Nullable @Valid Conditions conditions,
      @Nullable JsonNode evidence,
      @Nullable Instant effectiveAt,
      @Nullable Instant expiresAt) {}

  /**
   * A consent that goes on; what is not said is taken from the policy in force and from the consent
   * before.
   *
   * @param noticeHash SHA-256 of the text that was shown, in hexadecimal; the policy's own text
   *     where it is not said
   * @param effectiveAt when it was renewed: a moment that is not in the future; now where it is not
   *     said
   * @param expiresAt when it ends; where it is not said, by the purpose's term or as long as before
   */
  @Schema(name = "RenewalRequest")
  public record Renew(
      @NotNull Channel channel,
      @Nullable @Pattern(regexp = Codes.CODE) String policyVersion,
      @Nullable Language language,
      @Nullable @Pattern(regexp = HASH) String noticeHash,
      @Nullable Instant effectiveAt,
      @Nullable Instant expiresAt) {}

  /**
   * A no: a withdrawal or a refusal.
   *
   * @param effectiveAt when it was said: a moment that is not in the future; now where it is not
   *     said
   */
  @Schema(name = "NoRequest")
  public record No(@NotNull Channel channel, @Nullable Instant effectiveAt) {}
}
