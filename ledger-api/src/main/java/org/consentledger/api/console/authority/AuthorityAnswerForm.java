package org.consentledger.api.console.authority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consentledger.api.page.Entered;
import org.consentledger.api.request.RequestForms;
import org.jspecify.annotations.Nullable;

/** What the authorised body is answered, and the export that it is given. */
record AuthorityAnswerForm(
    @NotBlank(message = "{authority.answer.missing}")
        @Size(max = RequestForms.LETTER, message = "{requests.long}")
        @Nullable String text,
    @Pattern(regexp = IDENTIFIER, message = "{authority.export.wrong}") @Nullable String exportId) {

  private static final String IDENTIFIER =
      "(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})?";

  /** The export; none where none goes with the answer. */
  @Nullable UUID export() {
    String entered = Entered.text(exportId);
    return entered == null ? null : UUID.fromString(entered);
  }
}
