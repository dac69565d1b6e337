package org.consentledger.api.console.account;

/**
 * How a user is called.
 *
 * @param signInName what they sign in by
 * @param name what others know them by
 */
public record UserNames(String signInName, String name) {}
