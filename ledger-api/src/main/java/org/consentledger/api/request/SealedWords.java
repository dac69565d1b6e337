package org.consentledger.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the vault keeps of one step of a request.
 *
 * @param text what was written or said
 * @param reference number and date of the authorised body's letter
 * @param contact where the answer is to go
 * @param fullName who the representative is
 * @param authority on what authority the representative asks
 */
@Schema(name = "RequestWords")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealedWords(
    @Nullable String text,
    @Nullable String reference,
    @Nullable String contact,
    @Nullable String fullName,
    @Nullable String authority) {

  static SealedWords text(String text) {
    return new SealedWords(text, null, null, null, null);
  }
}
