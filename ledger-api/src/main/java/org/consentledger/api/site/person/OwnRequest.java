package org.consentledger.api.site.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.consentledger.core.request.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks.
 *
 * @param type what it is about
 * @param text in their words
 */
record OwnRequest(
    @Nullable RequestType type,
    @NotBlank(message = "{me.request.text.missing}")
        @Size(max = LONGEST, message = "{me.request.text.long}")
        @Nullable String text) {

  private static final int LONGEST = 10_000;
}
