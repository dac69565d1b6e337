package org.consentledger.core.policy;

import java.util.UUID;

/**
 * One language's text of a policy version.
 *
 * @param sha256 SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal
 * @param reference where the vault keeps the text
 */
public record PolicyText(String sha256, UUID reference) {}
