package org.consentledger.api.legalterm;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.TermUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a term is to be.
 *
 * @param length how many days it has
 * @param unit which days are counted
 * @param effectiveFrom the moment from which it holds, not in the past; from now on where it is not
 *     said
 * @param source where that is written, in words
 * @param certainty how sure that is
 */
public record LegalTermRequest(
    @NotNull @Min(1) @Max(LegalTerm.LONGEST) Integer length,
    @NotNull TermUnit unit,
    @Nullable Instant effectiveFrom,
    @NotBlank @Size(max = 2000) String source,
    @NotNull Certainty certainty) {}
