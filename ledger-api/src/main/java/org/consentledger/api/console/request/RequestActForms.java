package org.consentledger.api.console.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.consentledger.api.page.Needed;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.request.PauseReason;
import org.consentledger.core.request.RefusalReason;
import org.jspecify.annotations.Nullable;

/** What an officer says with an act on a request. */
final class RequestActForms {

  private static final int NOTE = 2000;
  private static final int LETTER = 100_000;

  private RequestActForms() {}

  /** How something was checked. */
  record Evidence(
      @NotBlank(message = "{requests.evidence.missing}")
          @Size(max = NOTE, message = "{requests.long}")
          @Nullable String evidence) {}

  /** Why the term rests. */
  record Pause(@Needed(message = "{requests.reason.missing}") @Nullable PauseReason reason) {}

  /** By how much the term is extended, and why. */
  record Extension(
      @Needed(message = "{requests.days.wrong}")
          @Min(value = 1, message = "{requests.days.wrong}")
          @Max(value = LegalTerm.LONGEST, message = "{requests.days.wrong}")
          @Nullable Integer days,
      @NotBlank(message = "{requests.explanation.missing}")
          @Size(max = NOTE, message = "{requests.long}")
          @Nullable String explanation) {}

  /** Why a request is refused, and what the person is written. */
  record Refusal(
      @Needed(message = "{requests.reason.missing}") @Nullable RefusalReason reason,
      @NotBlank(message = "{requests.text.missing}")
          @Size(max = LETTER, message = "{requests.long}")
          @Nullable String text) {}

  /** By what the person who asks is found: one of them. */
  record Person(@Nullable String email, @Nullable String phone, @Nullable String iin) {}

  /** Nothing is to be said. */
  record Nothing() {}
}
