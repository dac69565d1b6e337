package org.consentledger.api.importing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command to import.
 *
 * @param idempotencyKey names this command for as long as answers are kept; a line that is sent
 *     again with its key has its effect once
 * @param path where the command would be posted: {@code /api/v1/subjects}, or a path below it
 * @param ifMatch the ETag of the subject's state, where the command holds for that state only
 * @param body what would be posted there; nothing where the command takes nothing
 */
record ImportLine(
    @NotNull @Size(max = 255) @Pattern(regexp = "(?s).*\\S.*") String idempotencyKey,
    @NotNull @Size(max = 500) String path,
    @Nullable @Size(max = 40) String ifMatch,
    @Nullable JsonNode body) {}
