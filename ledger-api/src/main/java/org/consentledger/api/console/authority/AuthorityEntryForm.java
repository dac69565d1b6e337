package org.consentledger.api.console.authority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.consentledger.api.page.Entered;
import org.consentledger.api.request.AuthorityForms;
import org.consentledger.api.request.RequestForms;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What an officer enters of a request of the authorised body; times are those of Kazakhstan.
 *
 * @param key tells the form from others, so that sent twice it is entered once
 * @param subjects identifiers of the people about whom it asks; everybody where there is none
 */
record AuthorityEntryForm(
    String key,
    @Nullable Channel channel,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime receivedAt,
    @Nullable Language language,
    @Size(max = 500, message = "{requests.long}") @Nullable String reference,
    @NotBlank(message = "{authority.text.missing}")
        @Size(max = RequestForms.LETTER, message = "{requests.long}")
        @Nullable String text,
    @Nullable String subjects,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime to,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate answerBy) {

  /**
   * As the API takes it.
   *
   * @throws IllegalArgumentException where the people are not named by their identifiers
   */
  AuthorityForms.Receive received() {
    return new AuthorityForms.Receive(
        channel,
        Entered.moment(receivedAt),
        language,
        Entered.text(reference),
        text == null ? "" : text,
        Entered.identifiers(subjects),
        Entered.moment(from),
        Entered.moment(to),
        answerBy);
  }
}
