package org.consentledger.api.command;

import org.jspecify.annotations.Nullable;

/**
 * What a request says about its command besides the command.
 *
 * @param actor who sends it, as an identifier
 * @param idempotencyKey the {@code Idempotency-Key} header, if there is one
 * @param expectedVersion the version in the {@code If-Match} header, if there is one
 * @param target method and path, so that one key never answers for two different calls
 */
public record CommandContext(
    String actor, @Nullable String idempotencyKey, @Nullable Long expectedVersion, String target) {}
