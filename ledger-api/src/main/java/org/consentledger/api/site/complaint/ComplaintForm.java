package org.consentledger.api.site.complaint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.consentledger.core.request.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * A question or a complaint of somebody whom nobody knows.
 *
 * @param type which of the two
 * @param email where the answer is to go
 * @param text in their words
 */
record ComplaintForm(
    @Nullable RequestType type,
    @Nullable String email,
    @NotBlank(message = "{me.request.text.missing}")
        @Size(max = LONGEST, message = "{me.request.text.long}")
        @Nullable String text) {

  private static final int LONGEST = 10_000;
  private static final int LONGEST_ADDRESS = 254;

  boolean hasType() {
    return type == RequestType.QUESTION || type == RequestType.COMPLAINT;
  }

  /** The address as it was written, where it may be one. */
  String address() {
    return email == null || email.length() > LONGEST_ADDRESS ? "" : email.strip();
  }
}
