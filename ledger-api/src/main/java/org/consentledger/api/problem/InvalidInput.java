package org.consentledger.api.problem;

/**
 * One part of the input that is wrong.
 *
 * @param pointer where: an RFC 6901 JSON pointer into the body. It ends before the first name that
 *     the caller chose, such as the key of a map
 * @param code what kind of wrong, stable, upper case
 * @param detail what is expected; never what was sent
 */
public record InvalidInput(String pointer, String code, String detail) {}
