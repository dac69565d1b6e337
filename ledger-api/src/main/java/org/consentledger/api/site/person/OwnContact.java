package org.consentledger.api.site.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import org.consentledger.core.personaldata.IdentifierKind;
import org.jspecify.annotations.Nullable;

/**
 * What a person can be found or written by, as it should be.
 *
 * @param field which of it; of what is shipped, a category's code
 * @param value as it should be
 */
record OwnContact(
    @Nullable Field field,
    @NotBlank(message = "{me.contact.value.missing}")
        @Size(max = LONGEST, message = "{me.contact.value.form}")
        @Nullable String value) {

  private static final int LONGEST = 500;

  /** What can be corrected by this form; the rest is asked for in words. */
  enum Field {
    EMAIL,
    PHONE,
    FULL_NAME,
    IIN
  }

  /** Whether the value has the form that the field has. */
  boolean isWellFormed() {
    return field != null
        && value != null
        && Arrays.stream(IdentifierKind.values())
            .filter(kind -> kind.name().equals(field.name()))
            .allMatch(kind -> kind.normalise(value).isPresent());
  }
}
