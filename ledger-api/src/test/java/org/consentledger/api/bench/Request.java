package org.consentledger.api.bench;

/**
 * What one client sends once.
 *
 * @param path where to
 * @param body JSON, on one line
 */
record Request(String path, String body) {}
