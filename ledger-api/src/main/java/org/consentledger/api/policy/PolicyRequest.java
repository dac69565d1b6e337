package org.consentledger.api.policy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy.
 *
 * @param effectiveFrom the moment from which it is in force
 * @param material whether it changes what people consented to; earlier consents then end
 * @param reconsentBy the moment until which earlier consents hold
 * @param texts the policy in Markdown, by language: ru, kk, en
 */
public record PolicyRequest(
    @NotNull Instant effectiveFrom,
    @Nullable Boolean material,
    @Nullable Instant reconsentBy,
    @NotEmpty Map<Language, @NotNull @Size(min = 1, max = 250_000) String> texts) {}
