package org.consentledger.api.personaldata;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person is known by.
 *
 * @param email an e-mail address
 * @param phone with or without the country code; without it, one of Kazakhstan
 * @param fullName the full name
 * @param iin the individual identification number: twelve digits
 */
public record IdentifiersRequest(
    @Nullable @Size(max = 254) String email,
    @Nullable @Size(max = 40) String phone,
    @Nullable @Size(min = 1, max = 500) String fullName,
    @Nullable @Size(max = 40) String iin) {}
