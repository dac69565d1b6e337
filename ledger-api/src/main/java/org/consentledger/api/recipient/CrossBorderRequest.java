package org.consentledger.api.recipient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A step before data crosses the border.
 *
 * @param reference what the document is found by, such as its number
 * @param date the day in Kazakhstan on which the step was taken, not one to come
 */
public record CrossBorderRequest(
    @NotBlank @Size(max = 500) String reference, @NotNull LocalDate date) {}
