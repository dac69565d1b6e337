package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.subject.ConsentRequests;
import org.consentledger.api.subject.GroundRequests;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.request.PauseReason;
import org.consentledger.core.request.RefusalReason;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** What can be sent about a request. */
public final class RequestForms {

  /** Something must be said. */
  public static final String WORDS = "(?s).*\\S.*";

  /** How long a letter may be. */
  public static final int LETTER = 100_000;

  private RequestForms() {}

  /**
   * A request that was received.
   *
   * @param type what is asked
   * @param subjectId who asks, if that is known; it may be said later
   * @param representative who asks in the person's place, if somebody does
   * @param channel the way by which it came
   * @param receivedAt when it was received: a moment that is not in the future, with any offset;
   *     now where it is not said
   * @param language in which the person is to be answered: ru, kk or en
   * @param text what the person wrote or said; kept sealed
   * @param contact where the answer is to go; kept sealed
   */
  @Schema(name = "RequestForm")
  public record Receive(
      @NotNull RequestType type,
      @Nullable UUID subjectId,
      @Nullable @Valid Representative representative,
      @NotNull Channel channel,
      @Nullable Instant receivedAt,
      @Nullable Language language,
      @NotNull @Pattern(regexp = WORDS) @Size(max = LETTER) String text,
      @Nullable @Size(max = 500) String contact) {}

  /**
   * Somebody who asks in the person's place (clause 3.2); all of it is kept sealed.
   *
   * @param fullName who it is
   * @param authority on what authority: a power of attorney, a birth certificate, with its number
   */
  @Schema(name = "Representative")
  public record Representative(
      @Nullable @Size(min = 1, max = 500) String fullName,
      @NotNull @Pattern(regexp = WORDS) @Size(max = 2000) String authority) {}

  /** Who asks. */
  @Schema(name = "RequestSubjectForm")
  public record Link(@NotNull UUID subjectId) {}

  /**
   * How something was checked.
   *
   * @param evidence in words; kept sealed
   */
  @Schema(name = "VerificationForm")
  public record Verify(@NotNull @Pattern(regexp = WORDS) @Size(max = 2000) String evidence) {}

  /** Why the term rests. */
  @Schema(name = "PauseForm")
  public record Pause(@NotNull PauseReason reason) {}

  /**
   * An extension.
   *
   * @param days by how many days of the term's unit
   * @param explanation why, in words; kept sealed
   */
  @Schema(name = "ExtensionForm")
  public record Extend(
      @NotNull @Min(1) @Max(LegalTerm.LONGEST) Integer days,
      @NotNull @Pattern(regexp = WORDS) @Size(max = 2000) String explanation) {}

  /**
   * An answer. It says something, or carries something out, or both; where the person's data was
   * destroyed, neither.
   *
   * @param text what the person is written; kept sealed
   * @param effects what is carried out with it, in this order: all of it or nothing
   * @param mailed whether the text leaves by mail to the e-mail address that whoever asked left;
   *     true where it is not said
   */
  @Schema(name = "AnswerForm")
  public record Answer(
      @Nullable @Pattern(regexp = WORDS) @Size(max = LETTER) String text,
      @Nullable @Size(max = 20) List<@NotNull @Valid Effect> effects,
      @Nullable Boolean mailed) {}

  /**
   * Something that is carried out with an answer: exactly one of these, each as the command to the
   * subject takes it.
   *
   * @param rectification data is corrected
   * @param block data is blocked
   * @param unblock data may be used again
   * @param destruction data is destroyed
   * @param withdrawal a consent is withdrawn
   * @param cessation processing stops
   */
  @Schema(name = "EffectForm")
  public record Effect(
      SubjectRequests.@Nullable @Valid Rectify rectification,
      SubjectRequests.@Nullable @Valid Block block,
      SubjectRequests.@Nullable @Valid Unblock unblock,
      SubjectRequests.@Nullable @Valid Dispose destruction,
      @Nullable @Valid Withdraw withdrawal,
      GroundRequests.@Nullable @Valid Cease cessation) {}

  /**
   * A withdrawal.
   *
   * @param effectiveAt when it was said: a moment that is not in the future; now where it is not
   *     said
   */
  @Schema(name = "WithdrawalForm")
  public record Withdraw(
      @NotNull @Pattern(regexp = Codes.CODE) String purposeId,
      @NotNull Channel channel,
      @Nullable Instant effectiveAt) {

    ConsentRequests.No no() {
      return new ConsentRequests.No(channel, effectiveAt);
    }
  }

  /**
   * A refusal.
   *
   * @param reason why
   * @param text what the person is written; kept sealed
   * @param mailed whether the text leaves by mail to the e-mail address that whoever asked left;
   *     true where it is not said
   */
  @Schema(name = "RefusalForm")
  public record Refuse(
      @NotNull RefusalReason reason,
      @NotNull @Pattern(regexp = WORDS) @Size(max = LETTER) String text,
      @Nullable Boolean mailed) {}
}
