package org.consentledger.api.decision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.jspecify.annotations.Nullable;

/**
 * May this be done, with this data, of this person, for this purpose?
 *
 * @param categories the data; all that the purpose needs where none is named
 * @param recipientId to whom, where the action hands data on
 * @param country where to: ISO 3166-1 alpha-2
 * @param joinedWith codes of the purposes with whose data it would be joined (clause 5.3)
 * @param at the moment in the world; now where it is not said
 * @param knownAt what was recorded by then counts; all where it is not said
 */
record DecisionRequest(
    @NotNull UUID subjectId,
    @NotNull @Pattern(regexp = Codes.CODE) String purposeId,
    @NotNull ProcessingAction action,
    @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
    @Nullable @Pattern(regexp = Codes.CODE) String recipientId,
    @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
    @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CODE) String> joinedWith,
    @Nullable Instant at,
    @Nullable Instant knownAt) {}
