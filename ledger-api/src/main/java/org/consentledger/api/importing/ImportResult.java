package org.consentledger.api.importing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param line which line; the first is 1, and blank lines count
 * @param idempotencyKey its key; none where the line could not be read
 * @param status the HTTP status that its endpoint answered, or would have
 * @param replayed whether it was carried out before, and this is the answer that was given then
 * @param answer what the endpoint answered: that of the command, or a problem, whose {@code errors}
 *     point into {@code body}; of a line that is no command, into the line
 */
record ImportResult(
    long line,
    @Nullable String idempotencyKey,
    int status,
    boolean replayed,
    @JsonRawValue String answer) {}
