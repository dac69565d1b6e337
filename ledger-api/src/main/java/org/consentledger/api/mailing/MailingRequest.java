package org.consentledger.api.mailing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mailing. The vault keeps it as it is.
 *
 * @param purposeId the purpose for which it is sent
 * @param texts what it says, by language: ru, kk, en. Each person gets it in their own language, or
 *     else in the first of these that there is
 * @param sendFrom the sender's address; the configured one where it is not said
 * @param rate how many letters may leave in a second; never more than is configured
 */
public record MailingRequest(
    @NotNull @Pattern(regexp = Codes.CODE) String purposeId,
    @NotEmpty Map<Language, @NotNull @Valid MailingText> texts,
    @Nullable @Size(max = 254) String sendFrom,
    @Nullable @Min(1) @Max(10_000) Integer rate) {

  /**
   * What a letter says in one language: either as Markdown, or as HTML and plain text.
   *
   * @param subject its subject, one line
   * @param markdown CommonMark, without HTML
   * @param html the letter between its head and its foot, as HTML; needs plain beside it
   * @param plain the same for readers without HTML
   */
  @Schema(name = "MailingText")
  public record MailingText(
      @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String subject,
      @Nullable @Size(min = 1, max = 100_000) String markdown,
      @Nullable @Size(min = 1, max = 200_000) String html,
      @Nullable @Size(min = 1, max = 100_000) String plain) {

    /** Whether it says it in one of the two ways. */
    boolean isWhole() {
      return markdown == null ? html != null && plain != null : html == null && plain == null;
    }
  }
}
